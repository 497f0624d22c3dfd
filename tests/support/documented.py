"""The reference's query “Get active configuration with scope precedence”, word for word."""

DOCUMENTED = """SELECT value FROM config_values
WHERE config_key = 'agent.capabilities'
  AND is_active = true
  AND effective_from <= NOW()
  AND (effective_to IS NULL OR effective_to > NOW())
  AND (
    (workflow_id = ? AND agent_id = ? AND persona = ?) OR
    (workflow_id IS NULL AND agent_id = ? AND persona = ?) OR
    (workflow_id IS NULL AND agent_id IS NULL AND persona = ?) OR
    (workflow_id IS NULL AND agent_id IS NULL AND persona IS NULL)
  )
ORDER BY 
  CASE 
    WHEN workflow_id IS NOT NULL THEN 1
    WHEN agent_id IS NOT NULL THEN 2
    WHEN persona IS NOT NULL THEN 3
    ELSE 4
  END,
  version DESC
LIMIT 1;
"""  # noqa: W291 - word for word
