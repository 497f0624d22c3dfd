<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>agents</name>
    <message>
        <source>Agent {id}</source>
        <translation>Agent {id}</translation>
    </message>
    <message>
        <source>Agents cannot be chosen by “{name}”.</source>
        <translation>Nach „{name}“ lassen sich Agenten nicht auswählen.</translation>
    </message>
    <message>
        <source>Agents that carry out a business process</source>
        <translation>Agenten, die einen Geschäftsprozess ausführen</translation>
    </message>
    <message>
        <source>Agents that connect to other systems</source>
        <translation>Agenten, die andere Systeme anbinden</translation>
    </message>
    <message>
        <source>Agents that stand beside a persona</source>
        <translation>Agenten, die einer Persona zur Seite stehen</translation>
    </message>
    <message>
        <source>Agents that work inside one system</source>
        <translation>Agenten, die in einem System arbeiten</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Unternehmen</translation>
    </message>
    <message>
        <source>Experience</source>
        <translation>Erscheinungsbild</translation>
    </message>
    <message>
        <source>How the company presents itself</source>
        <translation>Wie sich das Unternehmen zeigt</translation>
    </message>
    <message>
        <source>Interface</source>
        <translation>Schnittstelle</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Loading the layers …</source>
        <translation>Schichten werden geladen …</translation>
    </message>
    <message>
        <source>Meta Brain</source>
        <translation>Meta Brain</translation>
    </message>
    <message>
        <source>No agents here.</source>
        <translation>Hier sind keine Agenten.</translation>
    </message>
    <message>
        <source>No company is in effect.</source>
        <translation>Kein Unternehmen ist in Kraft.</translation>
    </message>
    <message>
        <source>No row that describes this layer is in force; it is shown with its defaults.</source>
        <translation>Keine Zeile, die diese Schicht beschreibt, ist in Kraft; zu sehen sind die Vorgaben.</translation>
    </message>
    <message>
        <source>Plans and coordinates the work of agents</source>
        <translation>Plant und koordiniert die Arbeit der Agenten</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Prozess</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Show {hidden} more</source>
        <translation>{hidden} weitere zeigen</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>The data source “{source}” is not known. Known: agents, experienceLayer, metaBrainLayer.</source>
        <translation>Die Datenquelle „{source}“ ist unbekannt. Bekannt: agents, experienceLayer, metaBrainLayer.</translation>
    </message>
    <message>
        <source>This database has no table {table} that may be read, or it lacks columns.</source>
        <translation>Diese Datenbank hat keine lesbare Tabelle {table}, oder es fehlen Spalten darin.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Unnamed company</source>
        <translation>Unternehmen ohne Namen</translation>
    </message>
    <message>
        <source>active</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>inactive</source>
        <translation>inaktiv</translation>
    </message>
    <message>
        <source>maintenance</source>
        <translation>in Wartung</translation>
    </message>
    <message>
        <source>no status</source>
        <translation>kein Status</translation>
    </message>
    <message>
        <source>testing</source>
        <translation>im Test</translation>
    </message>
    <message>
        <source>{column} cannot be read: {reason}.</source>
        <translation>{column} lässt sich nicht lesen: {reason}.</translation>
    </message>
    <message>
        <source>{count}+ agents</source>
        <translation>{count}+ Agenten</translation>
    </message>
    <message numerus="yes">
        <source>{n} agents</source>
        <extracomment>{n} agent</extracomment>
        <translation>
            <numerusform>{n} Agent</numerusform>
            <numerusform>{n} Agenten</numerusform>
        </translation>
    </message>
    <message>
        <source>“data_source_query” is not an object of columns and values.</source>
        <translation>„data_source_query“ ist kein Objekt aus Spalten und Werten.</translation>
    </message>
    <message>
        <source>“{name}” is compared with something that is not a text, a number, true or false.</source>
        <translation>„{name}“ wird mit etwas verglichen, das weder Text noch Zahl noch true oder false ist.</translation>
    </message>
</context>
<context>
    <name>app</name>
    <message>
        <source>A line is an object with “engine”, “rule” and “data”.</source>
        <translation>Eine Zeile ist ein Objekt mit „engine“, „rule“ und „data“.</translation>
    </message>
    <message>
        <source>A rule is asked with --engine, --rule and --data.</source>
        <translation>Eine Regel wird mit --engine, --rule und --data gefragt.</translation>
    </message>
    <message>
        <source>A rule that is a text stands in quotes.</source>
        <translation>Eine Regel, die ein Text ist, steht in Anführungszeichen.</translation>
    </message>
    <message>
        <source>A state is now, an instant, the number of a snapshot, or a file.</source>
        <translation>Ein Stand ist now, ein Zeitpunkt, die Nummer einer Sicherung oder eine Datei.</translation>
    </message>
    <message>
        <source>A workbench for underwriting, administration and incident triage.
Licensed under Apache-2.0. Icons by Lucide, ISC licence.</source>
        <translation>Ein Arbeitsplatz für Underwriting, Verwaltung und die Sichtung von Vorfällen.
Lizenz: Apache-2.0. Symbole von Lucide, ISC-Lizenz.</translation>
    </message>
    <message>
        <source>About JARVIS Desktop</source>
        <translation>Über JARVIS Desktop</translation>
    </message>
    <message>
        <source>Add sslmode=require to the address, if the server offers it.</source>
        <translation>sslmode=require an die Adresse anhängen, falls der Server es bietet.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>An administrator of the database can add what is missing with “jarvis db upgrade”.</source>
        <translation>Was fehlt, kann die Administration der Datenbank mit „jarvis db upgrade“ ergänzen.</translation>
    </message>
    <message>
        <source>An administrator, or you in another window, ended this session. What you typed is kept as a draft.</source>
        <translation>Die Administration oder ein anderes eigenes Fenster hat diese Sitzung beendet. Die Eingaben bleiben als Entwurf.</translation>
    </message>
    <message>
        <source>And more</source>
        <translation>Und mehr</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antwortet</translation>
    </message>
    <message>
        <source>Ask for one key, or for those of a file with --batch FILE.</source>
        <translation>Fragen Sie nach einem Schlüssel, oder nach denen einer Datei mit --batch DATEI.</translation>
    </message>
    <message>
        <source>Bring the sample data back to how it was delivered?</source>
        <translation>Die Beispieldaten zurücksetzen, wie sie ausgeliefert wurden?</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Eine andere Datei wählen.</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Fenster schließen</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>Verglichen</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>Komponenten</translation>
    </message>
    <message>
        <source>Components and field types</source>
        <translation>Komponenten und Feldtypen</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Computer</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Connection to the database lost</source>
        <translation>Verbindung zur Datenbank abgebrochen</translation>
    </message>
    <message>
        <source>Correct it or remove it.</source>
        <translation>Berichtigen oder entfernen Sie sie.</translation>
    </message>
    <message>
        <source>Correct its row in Forms and tabs.</source>
        <translation>Die Zeile unter Formulare und Tabs berichtigen.</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Abweichungen</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Entwürfe</translation>
    </message>
    <message>
        <source>Each line of a batch brings its own rule, data and fields.</source>
        <translation>Jede Zeile eines Stapels bringt ihre eigene Regel, Daten und Felder mit.</translation>
    </message>
    <message>
        <source>Edited and deleted sample records are restored. Your own records stay as they are.</source>
        <translation>Geänderte und gelöschte Beispieldatensätze werden wiederhergestellt. Eigene Datensätze bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Zeichenkodierung</translation>
    </message>
    <message>
        <source>Everything is as it should be ({all} looked at).</source>
        <translation>Alles ist, wie es sein soll ({all} geprüft).</translation>
    </message>
    <message>
        <source>Extensions</source>
        <translation>Erweiterungen</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>Funktionen</translation>
    </message>
    <message>
        <source>Field types</source>
        <translation>Feldtypen</translation>
    </message>
    <message>
        <source>File names</source>
        <translation>Dateinamen</translation>
    </message>
    <message>
        <source>Fine</source>
        <translation>In Ordnung</translation>
    </message>
    <message>
        <source>Folders and disk space</source>
        <translation>Ordner und Speicherplatz</translation>
    </message>
    <message>
        <source>Free space</source>
        <translation>Freier Platz</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Help pages</source>
        <translation>Hilfeseiten</translation>
    </message>
    <message>
        <source>Install the program anew.</source>
        <translation>Das Programm neu installieren.</translation>
    </message>
    <message>
        <source>Install the program anew: its help pages are not where they belong.</source>
        <translation>Das Programm neu installieren: die Hilfeseiten sind nicht an ihrem Platz.</translation>
    </message>
    <message>
        <source>It was away for {span}.</source>
        <translation>Sie war {span} lang nicht erreichbar.</translation>
    </message>
    <message>
        <source>JARVIS Desktop: diagnosis</source>
        <translation>JARVIS Desktop: Diagnose</translation>
    </message>
    <message>
        <source>Known keys: {known}.</source>
        <translation>Bekannte Schlüssel: {known}.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Last faults</source>
        <translation>Letzte Fehler</translation>
    </message>
    <message>
        <source>Let your account make this folder, or set JARVIS_HOME to one that it may write.</source>
        <translation>Dem Konto erlauben, diesen Ordner anzulegen, oder JARVIS_HOME auf einen beschreibbaren setzen.</translation>
    </message>
    <message>
        <source>Let your account write there, or set JARVIS_HOME to a folder that it may write.</source>
        <translation>Dem Konto dort das Schreiben erlauben oder JARVIS_HOME auf einen beschreibbaren Ordner setzen.</translation>
    </message>
    <message>
        <source>Links do not open this program any more.</source>
        <translation>Links öffnen dieses Programm nicht mehr.</translation>
    </message>
    <message>
        <source>Links do not open this program any more. {path} was removed.</source>
        <translation>Links öffnen dieses Programm nicht mehr. {path} wurde entfernt.</translation>
    </message>
    <message>
        <source>Links do not open this program.</source>
        <translation>Links öffnen dieses Programm nicht.</translation>
    </message>
    <message>
        <source>Links of jarvis:// open this program.</source>
        <translation>Links mit jarvis:// öffnen dieses Programm.</translation>
    </message>
    <message>
        <source>Links of jarvis:// open this program. {path} was written.</source>
        <translation>Links mit jarvis:// öffnen dieses Programm. {path} wurde geschrieben.</translation>
    </message>
    <message>
        <source>Links open this program: {what}</source>
        <translation>Links öffnen dieses Programm: {what}</translation>
    </message>
    <message>
        <source>Links work from the command line: jarvis-desktop jarvis://incident/INC-1</source>
        <translation>Links lassen sich von der Befehlszeile aus öffnen: jarvis-desktop jarvis://incident/INC-1</translation>
    </message>
    <message>
        <source>Live updates</source>
        <translation>Laufende Aktualisierung</translation>
    </message>
    <message>
        <source>Loading the sample data.</source>
        <translation>Die Beispieldaten werden geladen.</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Protokolle</translation>
    </message>
    <message>
        <source>Look again once the window has opened.</source>
        <translation>Noch einmal nachsehen, sobald das Fenster offen ist.</translation>
    </message>
    <message>
        <source>Make room on this disk: the database needs it to store.</source>
        <translation>Auf diesem Datenträger Platz schaffen: die Datenbank braucht ihn zum Speichern.</translation>
    </message>
    <message>
        <source>Move to a database with the encoding UTF8: here some letters cannot be stored.</source>
        <translation>Auf eine Datenbank mit der Kodierung UTF8 umziehen: hier lassen sich manche Buchstaben nicht speichern.</translation>
    </message>
    <message>
        <source>Name one, or leave --database-url out for the embedded database.</source>
        <translation>Nennen Sie eine, oder lassen Sie --database-url weg für die eingebettete Datenbank.</translation>
    </message>
    <message>
        <source>Not opened</source>
        <translation>Nicht geöffnet</translation>
    </message>
    <message>
        <source>Nothing was registered.</source>
        <translation>Nichts wurde registriert.</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>On macOS links belong to an application bundle; this installation is none.</source>
        <translation>Unter macOS gehören Links zu einem Programmpaket; diese Installation ist keines.</translation>
    </message>
    <message>
        <source>Or many of them with --batch FILE.</source>
        <translation>Oder viele davon mit --batch DATEI.</translation>
    </message>
    <message>
        <source>Preparing the database.</source>
        <translation>Die Datenbank wird vorbereitet.</translation>
    </message>
    <message>
        <source>Processors</source>
        <translation>Prozessoren</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Quick search for texts</source>
        <translation>Schnellsuche in Texten</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Aufgezeichnet</translation>
    </message>
    <message>
        <source>Renewing the sample data.</source>
        <translation>Die Beispieldaten werden erneuert.</translation>
    </message>
    <message>
        <source>Reset sample data</source>
        <translation>Beispieldaten zurücksetzen</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>Revision</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>Set both clocks: times in lists and in the journal are not to be trusted.</source>
        <translation>Beide Uhren stellen: auf Zeiten in Listen und im Journal ist kein Verlass.</translation>
    </message>
    <message>
        <source>Set the language of the system to one with UTF-8; other names may be misread.</source>
        <translation>Die Systemsprache auf eine mit UTF-8 stellen; andere Namen werden vielleicht falsch gelesen.</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>Einrichten</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Settings file</source>
        <translation>Einstellungsdatei</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Abgemeldet</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Something went wrong and was recorded</source>
        <translation>Etwas ist schiefgegangen und wurde aufgezeichnet</translation>
    </message>
    <message>
        <source>Something went wrong and was recorded: {name}: {error}</source>
        <translation>Etwas ist schiefgegangen und wurde aufgezeichnet: {name}: {error}</translation>
    </message>
    <message>
        <source>Start the program again: it brings its own database up to date.</source>
        <translation>Das Programm neu starten: es bringt seine eigene Datenbank auf den neuesten Stand.</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Tab {key}: {fault}</source>
        <translation>Tab {key}: {fault}</translation>
    </message>
    <message>
        <source>Tab {name}</source>
        <translation>Tab {name}</translation>
    </message>
    <message>
        <source>Tabs</source>
        <translation>Tabs</translation>
    </message>
    <message>
        <source>The connection to the database was lost.</source>
        <translation>Die Verbindung zur Datenbank ist abgebrochen.</translation>
    </message>
    <message>
        <source>The data</source>
        <translation>Die Daten</translation>
    </message>
    <message>
        <source>The database address is empty.</source>
        <translation>Die Adresse der Datenbank ist leer.</translation>
    </message>
    <message>
        <source>The database is back</source>
        <translation>Die Datenbank ist wieder da</translation>
    </message>
    <message>
        <source>The file {file} cannot be read: {strerror}.</source>
        <translation>Die Datei {file} kann nicht gelesen werden: {strerror}.</translation>
    </message>
    <message>
        <source>The file {file} cannot be written: {why}.</source>
        <translation>Die Datei {file} kann nicht geschrieben werden: {why}.</translation>
    </message>
    <message>
        <source>The file {file} holds no object.</source>
        <translation>Die Datei {file} enthält kein Objekt.</translation>
    </message>
    <message>
        <source>The file {file} is larger than {most} MB.</source>
        <translation>Die Datei {file} ist größer als {most} MB.</translation>
    </message>
    <message>
        <source>The file {file} is not valid UTF-8.</source>
        <translation>Die Datei {file} ist kein gültiges UTF-8.</translation>
    </message>
    <message>
        <source>The file {file} {error}.</source>
        <translation>Die Datei {file} {error}.</translation>
    </message>
    <message>
        <source>The file {name} is damaged: the program speaks English until it is installed again.</source>
        <translation>Die Datei {name} ist beschädigt: Das Programm spricht Englisch, bis es neu installiert ist.</translation>
    </message>
    <message>
        <source>The form could not be rendered: {reason}</source>
        <translation>Das Formular konnte nicht gezeichnet werden: {reason}</translation>
    </message>
    <message>
        <source>The language changes when the program starts the next time.</source>
        <translation>Die Sprache wechselt beim nächsten Start des Programms.</translation>
    </message>
    <message>
        <source>The line {problem}.</source>
        <translation>Die Zeile {problem}.</translation>
    </message>
    <message>
        <source>The list of fields</source>
        <translation>Die Liste der Felder</translation>
    </message>
    <message>
        <source>The list of fields is an object of names and types, or a list of rows with “field_key”.</source>
        <translation>Die Liste der Felder ist ein Objekt aus Namen und Typen oder eine Liste von Zeilen mit „field_key“.</translation>
    </message>
    <message>
        <source>The network to the server is slow; every screen waits for it.</source>
        <translation>Das Netz zum Server ist langsam; jede Ansicht wartet darauf.</translation>
    </message>
    <message>
        <source>The program was tried with PostgreSQL up to {newest}.</source>
        <translation>Das Programm wurde mit PostgreSQL bis {newest} erprobt.</translation>
    </message>
    <message>
        <source>The program works with it as far as the type allows; compare it with the reference of the schema.</source>
        <translation>Das Programm arbeitet damit, so weit der Typ es erlaubt; mit der Referenz des Schemas vergleichen.</translation>
    </message>
    <message>
        <source>The rule</source>
        <translation>Die Regel</translation>
    </message>
    <message>
        <source>The sample data is as it was delivered.</source>
        <translation>Die Beispieldaten sind wie ausgeliefert.</translation>
    </message>
    <message>
        <source>The sample data was not reset: {message}</source>
        <translation>Die Beispieldaten wurden nicht zurückgesetzt: {message}</translation>
    </message>
    <message>
        <source>The setting holds until the program ends: {reason}</source>
        <translation>Die Einstellung gilt bis zum Ende des Programms: {reason}</translation>
    </message>
    <message>
        <source>The settings file {path} cannot be read: {error}.</source>
        <translation>Die Einstellungsdatei {path} kann nicht gelesen werden: {error}.</translation>
    </message>
    <message>
        <source>The settings file {path} cannot be read: {strerror}.</source>
        <translation>Die Einstellungsdatei {path} kann nicht gelesen werden: {strerror}.</translation>
    </message>
    <message>
        <source>The settings file {path} has an unknown key “{unknown}”.</source>
        <translation>Die Einstellungsdatei {path} hat einen unbekannten Schlüssel „{unknown}“.</translation>
    </message>
    <message>
        <source>The tab shows no records to open by their number.</source>
        <translation>Der Tab zeigt keine Datensätze, die sich über ihre Nummer öffnen lassen.</translation>
    </message>
    <message>
        <source>The value for “{key}” {error}.</source>
        <translation>Der Wert für „{key}“ {error}.</translation>
    </message>
    <message>
        <source>The window that is open does not answer; here is another one.</source>
        <translation>Das offene Fenster antwortet nicht; hier ist ein weiteres.</translation>
    </message>
    <message>
        <source>There is no help page “{page}”.</source>
        <translation>Es gibt keine Hilfeseite „{page}“.</translation>
    </message>
    <message>
        <source>There is no persona “{persona}” for you.</source>
        <translation>Eine Persona „{persona}“ steht hier nicht zur Wahl.</translation>
    </message>
    <message>
        <source>There is no stage “{text}”. Stages: {known}.</source>
        <translation>Es gibt keine Stufe „{text}“. Stufen: {known}.</translation>
    </message>
    <message>
        <source>There is no theme “{value}”</source>
        <translation>Es gibt kein Design „{value}“</translation>
    </message>
    <message>
        <source>This file is too large for a state of the configuration.</source>
        <translation>Diese Datei ist zu groß für einen Stand der Konfiguration.</translation>
    </message>
    <message>
        <source>This persona has no tab “{tab}”. Its tabs: {known}.</source>
        <translation>Diese Persona hat keinen Tab „{tab}“. Ihre Tabs: {known}.</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Use PostgreSQL {oldest} or newer.</source>
        <translation>PostgreSQL {oldest} oder neuer verwenden.</translation>
    </message>
    <message>
        <source>Values stand as {"field_key": value}.</source>
        <translation>Werte stehen als {"field_key": Wert}.</translation>
    </message>
    <message>
        <source>What is open can be read and typed in. The window tries to reach it again by itself.</source>
        <translation>Was offen ist, lässt sich lesen und ausfüllen. Das Fenster versucht von selbst, sie wieder zu erreichen.</translation>
    </message>
    <message>
        <source>What screens remember</source>
        <translation>Was Ansichten sich merken</translation>
    </message>
    <message>
        <source>Who are you?</source>
        <translation>Wer sitzt hier?</translation>
    </message>
    <message>
        <source>Worth a look</source>
        <translation>Zu beachten</translation>
    </message>
    <message>
        <source>Write it as JSON; texts in it stand in double quotes.</source>
        <translation>Schreiben Sie ihn als JSON; Texte darin stehen in doppelten Anführungszeichen.</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>Fehlerhaft</translation>
    </message>
    <message>
        <source>You have no tab “{tab}” as this persona.</source>
        <translation>Für diese Persona gibt es keinen Tab „{tab}“.</translation>
    </message>
    <message>
        <source>You were signed out of this database.</source>
        <translation>Die Sitzung an dieser Datenbank wurde beendet.</translation>
    </message>
    <message>
        <source>Your language cannot be read</source>
        <translation>Ihre Sprache kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>encrypted</source>
        <translation>verschlüsselt</translation>
    </message>
    <message>
        <source>expected {what}</source>
        <translation>erwartet: {what}</translation>
    </message>
    <message>
        <source>found {what}</source>
        <translation>gefunden: {what}</translation>
    </message>
    <message>
        <source>in {ms} ms</source>
        <translation>in {ms} ms</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>ist leer</translation>
    </message>
    <message>
        <source>is larger than {most} MB</source>
        <translation>ist größer als {most} MB</translation>
    </message>
    <message>
        <source>is nested too deeply</source>
        <translation>ist zu tief verschachtelt</translation>
    </message>
    <message>
        <source>is not valid UTF-8</source>
        <translation>ist kein gültiges UTF-8</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>none recorded (the newest is {newest})</source>
        <translation>keine verzeichnet (die neueste ist {newest})</translation>
    </message>
    <message>
        <source>none that matter</source>
        <translation>keine von Bedeutung</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>noch keine</translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation>nicht verschlüsselt</translation>
    </message>
    <message>
        <source>not installed</source>
        <translation>nicht installiert</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>not known: {reason}</source>
        <translation>nicht bekannt: {reason}</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>nicht gesetzt</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>nicht da</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message numerus="yes">
        <source>slow in {n} tables: {names}</source>
        <extracomment>slow in {n} table: {names}</extracomment>
        <translation>
            <numerusform>langsam in {n} Tabelle: {names}</numerusform>
            <numerusform>langsam in {n} Tabellen: {names}</numerusform>
        </translation>
    </message>
    <message>
        <source>the program's own database</source>
        <translation>die eigene Datenbank des Programms</translation>
    </message>
    <message>
        <source>{at} UTC</source>
        <translation>{at} UTC</translation>
    </message>
    <message>
        <source>{at} UTC (local file)</source>
        <translation>{at} UTC (lokale Datei)</translation>
    </message>
    <message>
        <source>{bad} wrong, of {all}.</source>
        <translation>{bad} fehlerhaft, von {all}.</translation>
    </message>
    <message>
        <source>{bad} wrong, {warn} worth a look, of {all}.</source>
        <translation>{bad} fehlerhaft, {warn} zu beachten, von {all}.</translation>
    </message>
    <message>
        <source>{file} (not there)</source>
        <translation>{file} (nicht da)</translation>
    </message>
    <message>
        <source>{file} cannot be written: {strerror}.</source>
        <translation>{file} kann nicht geschrieben werden: {strerror}.</translation>
    </message>
    <message>
        <source>{folder} (made when first needed)</source>
        <translation>{folder} (entsteht bei Bedarf)</translation>
    </message>
    <message>
        <source>{folder} cannot be made</source>
        <translation>{folder} lässt sich nicht anlegen</translation>
    </message>
    <message>
        <source>{folder} cannot be written</source>
        <translation>{folder} lässt sich nicht beschreiben</translation>
    </message>
    <message>
        <source>{free} of {total} for {folder}</source>
        <translation>{free} von {total} für {folder}</translation>
    </message>
    <message>
        <source>{label} (the program's own)</source>
        <translation>{label} (die eigene des Programms)</translation>
    </message>
    <message numerus="yes">
        <source>{n} differences</source>
        <extracomment>{n} difference</extracomment>
        <translation>
            <numerusform>{n} Abweichung</numerusform>
            <numerusform>{n} Abweichungen</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} different faults were recorded</source>
        <translation>{n} verschiedene Fehler wurden aufgezeichnet</translation>
    </message>
    <message>
        <source>{n}: {names}</source>
        <translation>{n}: {names}</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}.</source>
        <translation>{path} lässt sich nicht schreiben: {reason}.</translation>
    </message>
    <message>
        <source>{path} is not of this program and stays as it is.</source>
        <translation>{path} ist nicht von diesem Programm und bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>{path} was written. xdg-mime is missing: choose the program in your desktop's settings.</source>
        <translation>{path} wurde geschrieben. xdg-mime fehlt: das Programm in den Einstellungen des Systems wählen.</translation>
    </message>
    <message>
        <source>{revision} (the newest is {newest})</source>
        <translation>{revision} (die neueste ist {newest})</translation>
    </message>
    <message>
        <source>{tables} tables, {columns} columns, {indexes} indexes</source>
        <translation>{tables} Tabellen, {columns} Spalten, {indexes} Indizes</translation>
    </message>
    <message>
        <source>{warn} worth a look, of {all}; nothing is wrong.</source>
        <translation>{warn} zu beachten, von {all}; nichts ist fehlerhaft.</translation>
    </message>
    <message>
        <source>{zone}; {seconds} s from this computer's</source>
        <translation>{zone}; {seconds} s neben der Uhr dieses Computers</translation>
    </message>
    <message>
        <source>“{key}” in {place} can be {values}. Until it is corrected the system's theme is shown.</source>
        <translation>„{key}“ in {place} kann {values} sein. Bis es berichtigt ist, gilt das Design des Systems.</translation>
    </message>
    <message>
        <source>“{text}” is no day; write it as 2026-01-31.</source>
        <translation>„{text}“ ist kein Tag; schreiben Sie ihn als 2026-01-31.</translation>
    </message>
    <message>
        <source>“{text}” is no instant; write it as 2026-01-31 or 2026-01-31T14:00+01:00.</source>
        <translation>„{text}“ ist kein Zeitpunkt; schreiben Sie ihn als 2026-01-31 oder 2026-01-31T14:00+01:00.</translation>
    </message>
    <message>
        <source>“{wrong}” in the settings file {path} must be text in quotes.</source>
        <translation>„{wrong}“ in der Einstellungsdatei {path} muss Text in Anführungszeichen sein.</translation>
    </message>
</context>
<context>
    <name>components</name>
    <message>
        <source>A draft of this record from {time} was left alone by the safe start; Go &gt; Drafts opens it. Until it is discarded, what you type here is not kept as a draft.</source>
        <translation>Ein Entwurf dieses Datensatzes von {time} blieb beim sicheren Start unberührt; Gehe zu &gt; Entwürfe öffnet ihn. Bis er verworfen ist, werden Eingaben hier nicht als Entwurf aufbewahrt.</translation>
    </message>
    <message>
        <source>A figure is an object with “label” and “table”.</source>
        <translation>Eine Kennzahl ist ein Objekt mit „label“ und „table“.</translation>
    </message>
    <message>
        <source>A filter names a column and an operator.</source>
        <translation>Ein Filter nennt eine Spalte und einen Operator.</translation>
    </message>
    <message>
        <source>A list or an object: its members stand above</source>
        <translation>Eine Liste oder ein Objekt: die Bestandteile stehen oben</translation>
    </message>
    <message>
        <source>A spreadsheet may run texts that begin with = + - or @ as formulas when it opens the file.</source>
        <translation>Eine Tabellenkalkulation kann Texte, die mit = + - oder @ beginnen, beim Öffnen als Formeln ausführen.</translation>
    </message>
    <message numerus="yes">
        <source>About {n} records</source>
        <extracomment>About {n} record</extracomment>
        <translation>
            <numerusform>Etwa {n} Datensatz</numerusform>
            <numerusform>Etwa {n} Datensätze</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a field to change</source>
        <translation>Feld zum Ändern hinzufügen</translation>
    </message>
    <message>
        <source>Add filter</source>
        <translation>Filter hinzufügen</translation>
    </message>
    <message>
        <source>Add to the order, ascending</source>
        <translation>Aufsteigend mitsortieren</translation>
    </message>
    <message>
        <source>Add to the order, descending</source>
        <translation>Absteigend mitsortieren</translation>
    </message>
    <message>
        <source>Add {column} to the order</source>
        <translation>{column} mitsortieren</translation>
    </message>
    <message>
        <source>All that match selected</source>
        <translation>Alle passenden ausgewählt</translation>
    </message>
    <message>
        <source>All {count}</source>
        <translation>Alle {count}</translation>
    </message>
    <message>
        <source>All {every} of the table</source>
        <translation>Alle {every} der Tabelle</translation>
    </message>
    <message>
        <source>All {total}</source>
        <translation>Alle {total}</translation>
    </message>
    <message>
        <source>All {total} selected</source>
        <translation>Alle {total} ausgewählt</translation>
    </message>
    <message>
        <source>All {total} that match</source>
        <translation>Alle passenden {total}</translation>
    </message>
    <message>
        <source>As a new record begins; saved by {who}, {when}</source>
        <translation>Wie ein neuer Datensatz beginnt; gespeichert von {who}, {when}</translation>
    </message>
    <message>
        <source>As text</source>
        <translation>Als Text</translation>
    </message>
    <message>
        <source>As “{name}”</source>
        <translation>Als „{name}“</translation>
    </message>
    <message>
        <source>By {label}</source>
        <translation>Nach {label}</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Change {records}</source>
        <translation>{records} ändern</translation>
    </message>
    <message>
        <source>Changed elsewhere from {before} to {after}</source>
        <translation>Anderswo von {before} in {after} geändert</translation>
    </message>
    <message>
        <source>Changing</source>
        <translation>Wird geändert</translation>
    </message>
    <message>
        <source>Choose a field to change</source>
        <translation>Feld zum Ändern wählen</translation>
    </message>
    <message>
        <source>Choose another field to change</source>
        <translation>Weiteres Feld zum Ändern wählen</translation>
    </message>
    <message>
        <source>Choose the file</source>
        <translation>Datei wählen</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Aufheben</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>Clear the selection</source>
        <translation>Auswahl aufheben</translation>
    </message>
    <message>
        <source>Close all</source>
        <translation>Alle schließen</translation>
    </message>
    <message>
        <source>Close every list and object</source>
        <translation>Alle Listen und Objekte schließen</translation>
    </message>
    <message>
        <source>Collapse all</source>
        <translation>Alle einklappen</translation>
    </message>
    <message>
        <source>Collapse all groups</source>
        <translation>Alle Gruppen einklappen</translation>
    </message>
    <message>
        <source>Column names</source>
        <translation>Spaltennamen</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Columns above stay in sight</source>
        <translation>Die Spalten darüber bleiben sichtbar</translation>
    </message>
    <message>
        <source>Columns, Alt with Up or Down moves one</source>
        <translation>Spalten; Alt mit Auf oder Ab verschiebt eine</translation>
    </message>
    <message>
        <source>Columns: which are shown, and in which order</source>
        <translation>Spalten: welche zu sehen sind, und in welcher Reihenfolge</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>Komma</translation>
    </message>
    <message>
        <source>Compact rows</source>
        <translation>Enge Zeilen</translation>
    </message>
    <message>
        <source>Computed when {who} saved, {when}</source>
        <translation>Berechnet, als {who} speicherte, {when}</translation>
    </message>
    <message>
        <source>Content of the tab</source>
        <translation>Inhalt des Tabs</translation>
    </message>
    <message>
        <source>Copied the path</source>
        <translation>Pfad kopiert</translation>
    </message>
    <message>
        <source>Copied the value</source>
        <translation>Wert kopiert</translation>
    </message>
    <message>
        <source>Copied what was typed</source>
        <translation>Eingabe kopiert</translation>
    </message>
    <message>
        <source>Copied {label}</source>
        <translation>{label} kopiert</translation>
    </message>
    <message>
        <source>Copied {link}</source>
        <translation>{link} kopiert</translation>
    </message>
    <message numerus="yes">
        <source>Copied {n} rows</source>
        <extracomment>Copied {n} row</extracomment>
        <translation>
            <numerusform>{n} Zeile kopiert</numerusform>
            <numerusform>{n} Zeilen kopiert</numerusform>
        </translation>
    </message>
    <message>
        <source>Copies what was typed to the clipboard</source>
        <translation>Kopiert die Eingabe in die Zwischenablage</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy as</source>
        <translation>Kopieren als</translation>
    </message>
    <message>
        <source>Copy as {words}</source>
        <translation>Als {words} kopieren</translation>
    </message>
    <message>
        <source>Copy as…</source>
        <translation>Kopieren als …</translation>
    </message>
    <message>
        <source>Copy cell</source>
        <translation>Zelle kopieren</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Text kopieren</translation>
    </message>
    <message>
        <source>Copy the JSON Pointer of the current value</source>
        <translation>JSON Pointer des aktuellen Werts kopieren</translation>
    </message>
    <message>
        <source>Copy the current value</source>
        <translation>Aktuellen Wert kopieren</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <source>Copy what was typed</source>
        <translation>Eingabe kopieren</translation>
    </message>
    <message numerus="yes">
        <source>Copy {n} rows</source>
        <extracomment>Copy {n} row</extracomment>
        <translation>
            <numerusform>{n} Zeile kopieren</numerusform>
            <numerusform>{n} Zeilen kopieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Dates and times</source>
        <translation>Datum und Uhrzeit</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete the selected records</source>
        <translation>Ausgewählte Datensätze löschen</translation>
    </message>
    <message>
        <source>Delete {records}</source>
        <translation>{records} löschen</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Draft from {time} restored.</source>
        <translation>Entwurf von {time} wiederhergestellt.</translation>
    </message>
    <message>
        <source>Drop the file to import it into {label}</source>
        <translation>Datei hier ablegen, um sie in „{label}“ zu importieren</translation>
    </message>
    <message>
        <source>Edit cell</source>
        <translation>Zelle bearbeiten</translation>
    </message>
    <message>
        <source>Edit the selected…</source>
        <translation>Ausgewählte bearbeiten …</translation>
    </message>
    <message>
        <source>Edit {records}…</source>
        <translation>{records} bearbeiten …</translation>
    </message>
    <message>
        <source>Enter opens the record with what was typed</source>
        <translation>Eingabe öffnet den Datensatz mit dem, was eingegeben war</translation>
    </message>
    <message>
        <source>Enter stores, Shift+Enter begins a new line</source>
        <translation>Eingabe speichert, Umschalt+Eingabe beginnt eine neue Zeile</translation>
    </message>
    <message>
        <source>Enter tries again.</source>
        <translation>Eingabe versucht es noch einmal.</translation>
    </message>
    <message>
        <source>Exact, in UTC (2026-11-22 17:05:00Z)</source>
        <translation>Genau, in UTC (2026-11-22 17:05:00Z)</translation>
    </message>
    <message>
        <source>Excel workbook (XLSX)</source>
        <translation>Excel-Arbeitsmappe (XLSX)</translation>
    </message>
    <message>
        <source>Exclude this value</source>
        <translation>Diesen Wert ausschließen</translation>
    </message>
    <message>
        <source>Exclude “{value}”</source>
        <translation>„{value}“ ausschließen</translation>
    </message>
    <message>
        <source>Expand all</source>
        <translation>Alle ausklappen</translation>
    </message>
    <message>
        <source>Expand all groups</source>
        <translation>Alle Gruppen ausklappen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Exportieren nach</translation>
    </message>
    <message>
        <source>Export {counted}</source>
        <translation>{counted} exportieren</translation>
    </message>
    <message>
        <source>Export {label}</source>
        <translation>{label} exportieren</translation>
    </message>
    <message numerus="yes">
        <source>Exported {n} rows to “{name}”</source>
        <extracomment>Exported {n} row to “{name}”</extracomment>
        <translation>
            <numerusform>{n} Zeile nach „{name}“ exportiert</numerusform>
            <numerusform>{n} Zeilen nach „{name}“ exportiert</numerusform>
        </translation>
    </message>
    <message>
        <source>Exporting {what}</source>
        <translation>{what} wird exportiert</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Kennzahl</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Filled under version {n} of this form</source>
        <translation>Unter Version {n} dieses Formulars ausgefüllt</translation>
    </message>
    <message>
        <source>Filter by this value</source>
        <translation>Nach diesem Wert filtern</translation>
    </message>
    <message>
        <source>Filter by “{label}”</source>
        <translation>Nach „{label}“ filtern</translation>
    </message>
    <message>
        <source>Find a column</source>
        <translation>Spalte suchen</translation>
    </message>
    <message>
        <source>Find a table</source>
        <translation>Tabelle suchen</translation>
    </message>
    <message>
        <source>Finds records that hold every word in a column shown.
One or two characters find words that begin so; “quotes” keep words together.</source>
        <translation>Findet Datensätze, die jedes Wort in einer gezeigten Spalte enthalten.
Ein oder zwei Zeichen finden Wörter, die so beginnen; „Anführungszeichen“ halten Wörter zusammen.</translation>
    </message>
    <message>
        <source>Fit to its content</source>
        <translation>An den Inhalt anpassen</translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation>Breite anpassen</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Formular</translation>
    </message>
    <message>
        <source>Form {form_type}: {fault}</source>
        <translation>Formular {form_type}: {fault}</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Freeze no column</source>
        <translation>Keine Spalte fixieren</translation>
    </message>
    <message>
        <source>Freeze up to here</source>
        <translation>Bis hierher fixieren</translation>
    </message>
    <message>
        <source>Gives up what was typed</source>
        <translation>Gibt die Eingabe auf</translation>
    </message>
    <message>
        <source>Go to row or key</source>
        <translation>Gehe zu Zeile</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppieren</translation>
    </message>
    <message>
        <source>Group by “{label}”</source>
        <translation>Nach „{label}“ gruppieren</translation>
    </message>
    <message>
        <source>Group by…</source>
        <translation>Gruppieren nach …</translation>
    </message>
    <message>
        <source>Group the rows</source>
        <translation>Zeilen gruppieren</translation>
    </message>
    <message>
        <source>Grouped by {label}</source>
        <translation>Gruppiert nach {label}</translation>
    </message>
    <message>
        <source>Headings</source>
        <translation>Überschriften</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>INSERT statements</source>
        <translation>INSERT-Anweisungen</translation>
    </message>
    <message>
        <source>Import {label}</source>
        <translation>{label} importieren</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren …</translation>
    </message>
    <message>
        <source>It opens here, to read and to change.</source>
        <translation>Er öffnet sich hier zum Lesen und Ändern.</translation>
    </message>
    <message>
        <source>Its name is “items”.</source>
        <translation>Sie heißt „items“.</translation>
    </message>
    <message>
        <source>Its name is “text”.</source>
        <translation>Er heißt „text“.</translation>
    </message>
    <message>
        <source>Its records appear here.</source>
        <translation>Ihre Datensätze erscheinen hier.</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>JSON lines</source>
        <translation>JSON-Zeilen</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Beschriftungen</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>Querformat</translation>
    </message>
    <message>
        <source>Laying out the pages</source>
        <translation>Seiten werden gesetzt</translation>
    </message>
    <message>
        <source>Leave this field as it is</source>
        <translation>Dieses Feld lassen, wie es ist</translation>
    </message>
    <message>
        <source>Leave {label} as it is</source>
        <translation>{label} lassen, wie es ist</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
    <message>
        <source>Local ({zone}: 2026-11-22 18:05:00)</source>
        <translation>Ortszeit ({zone}: 2026-11-22 18:05:00)</translation>
    </message>
    <message>
        <source>Looking for saved views</source>
        <translation>Gespeicherte Ansichten werden gesucht</translation>
    </message>
    <message>
        <source>Make it empty</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Make {column} narrower</source>
        <translation>{column} schmaler machen</translation>
    </message>
    <message>
        <source>Make {column} wider</source>
        <translation>{column} breiter machen</translation>
    </message>
    <message>
        <source>Make {label} empty</source>
        <translation>{label} leeren</translation>
    </message>
    <message>
        <source>Mark as UTF-8, so that Excel reads all letters</source>
        <translation>Als UTF-8 kennzeichnen, damit Excel alle Zeichen liest</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Weitere Aktionen</translation>
    </message>
    <message>
        <source>More for {column}</source>
        <translation>Mehr zu {column}</translation>
    </message>
    <message>
        <source>Move {column} to the left</source>
        <translation>{column} nach links verschieben</translation>
    </message>
    <message>
        <source>Move {column} to the right</source>
        <translation>{column} nach rechts verschieben</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>New record</source>
        <translation>Neuer Datensatz</translation>
    </message>
    <message>
        <source>New {kind}</source>
        <translation>{kind} neu anlegen</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Next place (Enter)</source>
        <translation>Nächste Stelle (Eingabe)</translation>
    </message>
    <message>
        <source>No choices for this</source>
        <translation>Dafür gibt es keine Auswahl</translation>
    </message>
    <message>
        <source>No drafts</source>
        <translation>Keine Entwürfe</translation>
    </message>
    <message>
        <source>No groups</source>
        <translation>Keine Gruppen</translation>
    </message>
    <message>
        <source>No record matches</source>
        <translation>Kein Datensatz passt</translation>
    </message>
    <message>
        <source>No records yet</source>
        <translation>Noch keine Datensätze</translation>
    </message>
    <message>
        <source>No saved views yet</source>
        <translation>Noch keine gespeicherten Ansichten</translation>
    </message>
    <message>
        <source>No values</source>
        <translation>Keine Werte</translation>
    </message>
    <message>
        <source>Normal row height</source>
        <translation>Normale Zeilenhöhe</translation>
    </message>
    <message>
        <source>Normal rows</source>
        <translation>Normale Zeilen</translation>
    </message>
    <message>
        <source>Not all of it is here</source>
        <translation>Es ist nicht alles da</translation>
    </message>
    <message>
        <source>Not printed</source>
        <translation>Nicht gedruckt</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>Nothing more is known of it.</source>
        <translation>Mehr ist darüber nicht bekannt.</translation>
    </message>
    <message>
        <source>Nothing to change here</source>
        <translation>Hier gibt es nichts zu ändern</translation>
    </message>
    <message>
        <source>Numbers and dates as such, a filter in the heading</source>
        <translation>Zahlen und Daten als solche, Filter in der Kopfzeile</translation>
    </message>
    <message>
        <source>One object a line, every value exact</source>
        <translation>Ein Objekt je Zeile, jeder Wert genau</translation>
    </message>
    <message>
        <source>Only records are listed where {rule}.</source>
        <translation>Aufgelistet wird nur, wofür gilt: {rule}.</translation>
    </message>
    <message>
        <source>Only the first 2,000 were opened; open others by themselves</source>
        <translation>Nur die ersten 2.000 wurden geöffnet; weitere lassen sich einzeln öffnen</translation>
    </message>
    <message>
        <source>Only the first {most_rows} rows: export the others to a file.</source>
        <translation>Nur die ersten {most_rows} Zeilen: die übrigen in eine Datei exportieren.</translation>
    </message>
    <message>
        <source>Only the selected ones: {chosen}</source>
        <translation>Nur die ausgewählten: {chosen}</translation>
    </message>
    <message>
        <source>Only the text</source>
        <translation>Nur der Text</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open a level</source>
        <translation>Eine Ebene öffnen</translation>
    </message>
    <message>
        <source>Open every list and object in sight one level further</source>
        <translation>Alle sichtbaren Listen und Objekte eine Ebene weiter öffnen</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Open what it names</source>
        <translation>Öffnen, worauf es verweist</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>{name} öffnen</translation>
    </message>
    <message>
        <source>Opens everywhere</source>
        <translation>Lässt sich überall öffnen</translation>
    </message>
    <message>
        <source>Opens the record with what was typed</source>
        <translation>Öffnet den Datensatz mit dem, was eingegeben war</translation>
    </message>
    <message>
        <source>Orientation</source>
        <translation>Ausrichtung</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>Part {number}</source>
        <translation>Teil {number}</translation>
    </message>
    <message>
        <source>Parts of this tab</source>
        <translation>Teile dieses Tabs</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>Hochformat</translation>
    </message>
    <message>
        <source>Print or save as PDF…</source>
        <translation>Drucken oder als PDF speichern …</translation>
    </message>
    <message>
        <source>Print {label}</source>
        <translation>{label} drucken</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Drucken …</translation>
    </message>
    <message>
        <source>Progress of {name}</source>
        <translation>Fortschritt von {name}</translation>
    </message>
    <message>
        <source>Protect from formulas</source>
        <translation>Vor Formeln schützen</translation>
    </message>
    <message>
        <source>Reading the rows</source>
        <translation>Zeilen werden gelesen</translation>
    </message>
    <message>
        <source>Record form</source>
        <translation>Formular des Datensatzes</translation>
    </message>
    <message>
        <source>Records appear here as soon as there are any.</source>
        <translation>Datensätze erscheinen hier, sobald es welche gibt.</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Rename view</source>
        <translation>Ansicht umbenennen</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen …</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Reset view</source>
        <translation>Ansicht zurücksetzen</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Als PDF speichern</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Als PDF speichern …</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter …</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>Änderungen speichern</translation>
    </message>
    <message>
        <source>Save them as PDF instead.</source>
        <translation>Stattdessen als PDF speichern.</translation>
    </message>
    <message>
        <source>Save view</source>
        <translation>Ansicht speichern</translation>
    </message>
    <message>
        <source>Save view as…</source>
        <translation>Ansicht speichern unter …</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Gespeicherte Ansichten</translation>
    </message>
    <message>
        <source>Saved views…</source>
        <translation>Gespeicherte Ansichten …</translation>
    </message>
    <message>
        <source>Saved {pages} as “{name}”</source>
        <translation>{pages} als „{name}“ gespeichert</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>Gespeichert um {time}</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search keys and values</source>
        <translation>Schlüssel und Werte suchen</translation>
    </message>
    <message>
        <source>Search the records</source>
        <translation>Datensätze durchsuchen</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>Es wird gesucht</translation>
    </message>
    <message>
        <source>Select a record</source>
        <translation>Datensatz auswählen</translation>
    </message>
    <message>
        <source>Select a table</source>
        <translation>Tabelle auswählen</translation>
    </message>
    <message>
        <source>Select all that match</source>
        <translation>Alle passenden auswählen</translation>
    </message>
    <message>
        <source>Select all {total} that match</source>
        <translation>Alle {total} passenden auswählen</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>Semikolon</translation>
    </message>
    <message>
        <source>Sent to the printer</source>
        <translation>An den Drucker gesendet</translation>
    </message>
    <message>
        <source>Separator</source>
        <translation>Trennzeichen</translation>
    </message>
    <message>
        <source>Share with everybody</source>
        <translation>Mit allen teilen</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>Geteilt</translation>
    </message>
    <message>
        <source>Shared by {owner}</source>
        <translation>Geteilt von {owner}</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle anzeigen</translation>
    </message>
    <message>
        <source>Show all of the current value</source>
        <translation>Den aktuellen Wert ganz anzeigen</translation>
    </message>
    <message>
        <source>Show all {count} characters</source>
        <translation>Alle {count} Zeichen anzeigen</translation>
    </message>
    <message>
        <source>Show as tree</source>
        <translation>Als Baum anzeigen</translation>
    </message>
    <message>
        <source>Show only “{value}”</source>
        <translation>Nur „{value}“ anzeigen</translation>
    </message>
    <message>
        <source>Show the value as text</source>
        <translation>Wert als Text anzeigen</translation>
    </message>
    <message>
        <source>Show what it holds</source>
        <translation>Inhalt anzeigen</translation>
    </message>
    <message>
        <source>Show who is signed in</source>
        <translation>Zeigen, wer angemeldet ist</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>Since then version {n} came into force.</source>
        <translation>Seither trat Version {n} in Kraft.</translation>
    </message>
    <message>
        <source>Somebody else changed {record}</source>
        <translation>Jemand anders hat {record} geändert</translation>
    </message>
    <message>
        <source>Sort ascending</source>
        <translation>Aufsteigend sortieren</translation>
    </message>
    <message>
        <source>Sort by {column}</source>
        <translation>Nach {column} sortieren</translation>
    </message>
    <message>
        <source>Sort descending</source>
        <translation>Absteigend sortieren</translation>
    </message>
    <message>
        <source>Spreadsheets</source>
        <translation>Tabellenkalkulation</translation>
    </message>
    <message>
        <source>Stopped. No file was written.</source>
        <translation>Angehalten. Es wurde keine Datei geschrieben.</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Wird angehalten</translation>
    </message>
    <message>
        <source>Table (TSV)</source>
        <translation>Tabelle (TSV)</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>Take out of the order</source>
        <translation>Aus der Sortierung nehmen</translation>
    </message>
    <message>
        <source>Texts that begin with = + - or @ get an apostrophe. Numbers and dates stay as they are.</source>
        <translation>Texte, die mit = + - oder @ beginnen, bekommen einen Apostroph. Zahlen und Daten bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>The current value</source>
        <translation>Der aktuelle Wert</translation>
    </message>
    <message>
        <source>The fault was recorded. The rest of the window goes on.</source>
        <translation>Der Fehler wurde aufgezeichnet. Der Rest des Fensters läuft weiter.</translation>
    </message>
    <message>
        <source>The figure names no table.</source>
        <translation>Die Kennzahl nennt keine Tabelle.</translation>
    </message>
    <message>
        <source>The figures of a row are a list of at least one.</source>
        <translation>Die Kennzahlen einer Reihe sind eine Liste mit mindestens einem Eintrag.</translation>
    </message>
    <message>
        <source>The file asked for could not be replaced (it may be open elsewhere), so this one stands beside it.</source>
        <translation>Die gewünschte Datei ließ sich nicht ersetzen (vielleicht ist sie anderswo geöffnet), darum steht diese daneben.</translation>
    </message>
    <message>
        <source>The filters of a figure are a list.</source>
        <translation>Die Filter einer Kennzahl sind eine Liste.</translation>
    </message>
    <message>
        <source>The first page</source>
        <translation>Die erste Seite</translation>
    </message>
    <message>
        <source>The form has no field that can be edited.</source>
        <translation>Das Formular hat kein Feld, das sich bearbeiten lässt.</translation>
    </message>
    <message>
        <source>The form no longer has a place for what follows.</source>
        <translation>Das Formular hat für das Folgende keinen Platz mehr.</translation>
    </message>
    <message>
        <source>The form of this table has no field for this column; open the record to see what it holds</source>
        <translation>Das Formular dieser Tabelle hat kein Feld für diese Spalte; was sie enthält, zeigt der geöffnete Datensatz</translation>
    </message>
    <message>
        <source>The name of the file holds a character that no file name can have.</source>
        <translation>Der Name der Datei enthält ein Zeichen, das in keinem Dateinamen stehen kann.</translation>
    </message>
    <message>
        <source>The number of a row, or the key of a record</source>
        <translation>Die Nummer einer Zeile oder der Schlüssel eines Datensatzes</translation>
    </message>
    <message>
        <source>The persona “{persona}” lacks the permission {permission}.</source>
        <translation>Der Persona „{persona}“ fehlt die Berechtigung {permission}.</translation>
    </message>
    <message>
        <source>The printer does not take the pages.</source>
        <translation>Der Drucker nimmt die Seiten nicht an.</translation>
    </message>
    <message>
        <source>The record cannot be stored: {message}</source>
        <translation>Der Datensatz lässt sich nicht speichern: {message}</translation>
    </message>
    <message>
        <source>The search and the filters leave none of them.</source>
        <translation>Suche und Filter lassen keinen übrig.</translation>
    </message>
    <message>
        <source>The selected ones: {counted}</source>
        <translation>Die ausgewählten: {counted}</translation>
    </message>
    <message>
        <source>The tab asks for a component that this version of the program does not have.</source>
        <translation>Der Tab verlangt eine Komponente, die diese Version des Programms nicht hat.</translation>
    </message>
    <message>
        <source>The tables are not open to you</source>
        <translation>Die Tabellen sind nicht zugänglich</translation>
    </message>
    <message>
        <source>The value {error}, so that only its text can be shown.</source>
        <translation>Der Wert {error}; darum lässt sich nur sein Text zeigen.</translation>
    </message>
    <message>
        <source>The view is not kept in this database</source>
        <translation>Die Ansicht wird in dieser Datenbank nicht gemerkt</translation>
    </message>
    <message>
        <source>The whole value</source>
        <translation>Der ganze Wert</translation>
    </message>
    <message>
        <source>The {count} shown</source>
        <translation>Die {count} gezeigten</translation>
    </message>
    <message>
        <source>The {shown} shown, in their order</source>
        <translation>Die {shown} gezeigten, in ihrer Reihenfolge</translation>
    </message>
    <message>
        <source>There is a draft from {time}, which cannot be continued here.</source>
        <translation>Es gibt einen Entwurf von {time}, der sich hier nicht fortsetzen lässt.</translation>
    </message>
    <message>
        <source>There is no row {number}.</source>
        <translation>Es gibt keine Zeile {number}.</translation>
    </message>
    <message>
        <source>There is no text to show.</source>
        <translation>Es gibt keinen Text zu zeigen.</translation>
    </message>
    <message>
        <source>They all had these values already</source>
        <translation>Alle hatten diese Werte schon</translation>
    </message>
    <message>
        <source>They fill {sheets} sheets.</source>
        <translation>Sie füllen {sheets} Blätter.</translation>
    </message>
    <message>
        <source>This record has a key that no link can carry.</source>
        <translation>Dieser Datensatz hat einen Schlüssel, den kein Link tragen kann.</translation>
    </message>
    <message>
        <source>This record was deleted meanwhile; nothing was stored. Esc gives up.</source>
        <translation>Dieser Datensatz wurde inzwischen gelöscht; nichts wurde gespeichert. Esc gibt auf.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Type the name of the file, or choose one.</source>
        <translation>Den Namen der Datei eingeben oder eine wählen.</translation>
    </message>
    <message>
        <source>Typed by {who}, {when}</source>
        <translation>Eingegeben von {who}, {when}</translation>
    </message>
    <message>
        <source>View “{name}” saved</source>
        <translation>Ansicht „{name}“ gespeichert</translation>
    </message>
    <message>
        <source>View: {name}</source>
        <translation>Ansicht: {name}</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>What the draft holds</source>
        <translation>Inhalt des Entwurfs</translation>
    </message>
    <message>
        <source>What was typed is on the clipboard.</source>
        <translation>Die Eingabe liegt in der Zwischenablage.</translation>
    </message>
    <message>
        <source>What you type into a record is kept here until you save or discard it.</source>
        <translation>Was in einen Datensatz eingegeben wird, bleibt hier, bis es gespeichert oder verworfen ist.</translation>
    </message>
    <message>
        <source>What you typed into it is kept: Go &gt; Drafts shows it.</source>
        <translation>Die Eingabe darin bleibt erhalten: Gehe zu &gt; Entwürfe zeigt sie.</translation>
    </message>
    <message>
        <source>What you typed is kept; the form asks which value stays.</source>
        <translation>Die Eingabe bleibt erhalten; das Formular fragt, welcher Wert gilt.</translation>
    </message>
    <message>
        <source>Where from is not known</source>
        <translation>Woher, ist nicht bekannt</translation>
    </message>
    <message>
        <source>Where {conditions}</source>
        <translation>Bedingung: {conditions}</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Wird geschrieben</translation>
    </message>
    <message>
        <source>Writing the pages</source>
        <translation>Seiten werden geschrieben</translation>
    </message>
    <message>
        <source>about {distinct} values</source>
        <translation>etwa {distinct} Werte</translation>
    </message>
    <message>
        <source>about {records}</source>
        <translation>etwa {records}</translation>
    </message>
    <message>
        <source>all {table} that match</source>
        <translation>alle passenden {table}</translation>
    </message>
    <message numerus="yes">
        <source>and {n} more</source>
        <extracomment>and {n} more</extracomment>
        <translation>
            <numerusform>und {n} weiterer</numerusform>
            <numerusform>und {n} weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>cannot be used</source>
        <translation>nicht verwendbar</translation>
    </message>
    <message>
        <source>contains “{text}”</source>
        <translation>enthält „{text}“</translation>
    </message>
    <message>
        <source>deletion of view “{name}”</source>
        <translation>Löschen der Ansicht „{name}“</translation>
    </message>
    <message>
        <source>documents</source>
        <translation>Dokumente</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>instants</source>
        <translation>Zeitpunkte</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>the new record</source>
        <translation>der neue Datensatz</translation>
    </message>
    <message>
        <source>this column</source>
        <translation>diese Spalte</translation>
    </message>
    <message>
        <source>{change} in {records}.</source>
        <translation>{records}: {change}.</translation>
    </message>
    <message>
        <source>{count} selected</source>
        <translation>{count} ausgewählt</translation>
    </message>
    <message>
        <source>{edit}, by {who}, {when}</source>
        <translation>{edit}, von {who}, {when}</translation>
    </message>
    <message>
        <source>{hit} of {count}</source>
        <translation>{hit} von {count}</translation>
    </message>
    <message>
        <source>{kind} · printed {instant}</source>
        <translation>{kind} · gedruckt {instant}</translation>
    </message>
    <message>
        <source>{label} (not in this database)</source>
        <translation>{label} (nicht in dieser Datenbank)</translation>
    </message>
    <message>
        <source>{label} becomes empty</source>
        <translation>{label} wird leer</translation>
    </message>
    <message>
        <source>{label} becomes {shown}</source>
        <translation>{label} wird {shown}</translation>
    </message>
    <message>
        <source>{label} has no value yet</source>
        <translation>{label} hat noch keinen Wert</translation>
    </message>
    <message>
        <source>{label} has no value: give one, or make it empty</source>
        <translation>{label} hat keinen Wert: einen angeben oder leeren</translation>
    </message>
    <message>
        <source>{label} of {label_2} {id}</source>
        <translation>{label} von {label_2} {id}</translation>
    </message>
    <message>
        <source>{most_at_once} exports are under way. Begin this one when the next of them is done.</source>
        <translation>{most_at_once} Exporte laufen. Dieser kann beginnen, sobald einer davon fertig ist.</translation>
    </message>
    <message>
        <source>{name} is not in this database</source>
        <translation>{name} gibt es in dieser Datenbank nicht</translation>
    </message>
    <message>
        <source>{n} exports finished</source>
        <translation>{n} Exporte abgeschlossen</translation>
    </message>
    <message numerus="yes">
        <source>{n} fields</source>
        <extracomment>{n} field</extracomment>
        <translation>
            <numerusform>{n} Feld</numerusform>
            <numerusform>{n} Felder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} fields were changed elsewhere meanwhile: choose there which value stays.</source>
        <extracomment>{n} field was changed elsewhere meanwhile: choose there which value stays.</extracomment>
        <translation>
            <numerusform>{n} Feld wurde inzwischen anderswo geändert: dort wählen, welcher Wert bleibt.</numerusform>
            <numerusform>{n} Felder wurden inzwischen anderswo geändert: dort wählen, welcher Wert bleibt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} pages</source>
        <extracomment>{n} page</extracomment>
        <translation>
            <numerusform>{n} Seite</numerusform>
            <numerusform>{n} Seiten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} records</source>
        <extracomment>{n} record</extracomment>
        <translation>
            <numerusform>{n} Datensatz</numerusform>
            <numerusform>{n} Datensätze</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} rows</source>
        <extracomment>{n} row</extracomment>
        <translation>
            <numerusform>{n} Zeile</numerusform>
            <numerusform>{n} Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} texts did not fit into a cell and were cut.</source>
        <extracomment>One text did not fit into a cell and was cut.</extracomment>
        <translation>
            <numerusform>Ein Text passte nicht in eine Zelle und wurde gekürzt.</numerusform>
            <numerusform>{n} Texte passten nicht in eine Zelle und wurden gekürzt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} texts got an apostrophe, to be no formula.</source>
        <extracomment>One text got an apostrophe, to be no formula.</extracomment>
        <translation>
            <numerusform>Ein Text bekam einen Apostroph, um keine Formel zu sein.</numerusform>
            <numerusform>{n} Texte bekamen einen Apostroph, um keine Formeln zu sein.</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} {things} changed</source>
        <translation>{n} {things} geändert</translation>
    </message>
    <message>
        <source>{pages} in “{name}”</source>
        <translation>{pages} in „{name}“</translation>
    </message>
    <message>
        <source>{rate} rows/s</source>
        <translation>{rate} Zeilen/s</translation>
    </message>
    <message>
        <source>{rows} of {expected} rows</source>
        <translation>{rows} von {expected} Zeilen</translation>
    </message>
    <message>
        <source>{rows} rows · finishing the file</source>
        <translation>{rows} Zeilen · Datei wird abgeschlossen</translation>
    </message>
    <message>
        <source>{rows}, {size}, in {time}.</source>
        <translation>{rows}, {size}, in {time}.</translation>
    </message>
    <message>
        <source>{said} · version {n}</source>
        <translation>{said} · Version {n}</translation>
    </message>
    <message>
        <source>{shown} of {count} columns shown</source>
        <translation>{shown} von {count} Spalten zu sehen</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>noch {time}</translation>
    </message>
    <message>
        <source>“{label}” cannot be changed</source>
        <translation>„{label}“ lässt sich nicht ändern</translation>
    </message>
    <message>
        <source>“{label}” cannot be changed in this record</source>
        <translation>„{label}“ kann in diesem Datensatz nicht geändert werden</translation>
    </message>
    <message>
        <source>“{label}” does not apply to this record</source>
        <translation>„{label}“ gilt für diesen Datensatz nicht</translation>
    </message>
    <message>
        <source>“{label}” is too long to be edited in a cell; open the record</source>
        <translation>„{label}“ ist zu lang, um in einer Zelle bearbeitet zu werden; den Datensatz öffnen</translation>
    </message>
    <message>
        <source>“{name}” cannot be used. {problem}</source>
        <translation>„{name}“ ist nicht verwendbar. {problem}</translation>
    </message>
    <message>
        <source>“{name}” has stopped</source>
        <translation>„{name}“ wurde angehalten</translation>
    </message>
    <message>
        <source>“{name}” is not available in this version</source>
        <translation>„{name}“ gibt es in dieser Version nicht</translation>
    </message>
    <message>
        <source>“{stored}” is no {key}. Known: {known}.</source>
        <translation>„{stored}“ gibt es als {key} nicht. Bekannt: {known}.</translation>
    </message>
</context>
<context>
    <name>config</name>
    <message>
        <source> Did you mean “{similar}”?</source>
        <translation> Meinten Sie „{similar}“?</translation>
    </message>
    <message>
        <source>A higher version is in force</source>
        <translation>Eine höhere Version ist in Kraft</translation>
    </message>
    <message>
        <source>A later row is in force</source>
        <translation>Eine spätere Zeile ist in Kraft</translation>
    </message>
    <message>
        <source>A name has at most {n} characters.</source>
        <translation>Ein Name hat höchstens {n} Zeichen.</translation>
    </message>
    <message>
        <source>A narrower one is in force</source>
        <translation>Ein speziellerer ist in Kraft</translation>
    </message>
    <message>
        <source>A reason has at most {n} characters.</source>
        <translation>Eine Begründung hat höchstens {n} Zeichen.</translation>
    </message>
    <message>
        <source>A second person must agree: you proposed this value yourself.</source>
        <translation>Eine zweite Person muss zustimmen: Sie haben diesen Wert selbst vorgeschlagen.</translation>
    </message>
    <message>
        <source>A value for {scope} alone is never found: “config.scope_matching” is “{matching}”, with {rungs}.</source>
        <translation>Ein Wert nur für {scope} wird nie gefunden: „config.scope_matching“ ist „{matching}“, mit {rungs}.</translation>
    </message>
    <message>
        <source>A word about the decision</source>
        <translation>Ein Wort zur Entscheidung</translation>
    </message>
    <message>
        <source>About the setting</source>
        <translation>Über die Einstellung</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Danach</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>Alle Kategorien</translation>
    </message>
    <message>
        <source>Also those that were decided</source>
        <translation>Auch die entschiedenen</translation>
    </message>
    <message>
        <source>An administrator makes it with “{command}”.</source>
        <translation>Eine Administratorin schafft ihn mit „{command}“.</translation>
    </message>
    <message>
        <source>An override must say when it ends.</source>
        <translation>Eine Überlagerung muss sagen, wann sie endet.</translation>
    </message>
    <message>
        <source>Any agent</source>
        <translation>Jeder Agent</translation>
    </message>
    <message>
        <source>Any workflow</source>
        <translation>Jeder Ablauf</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Genehmigt</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>Wie es ist</translation>
    </message>
    <message>
        <source>As it is now</source>
        <translation>Wie es jetzt ist</translation>
    </message>
    <message>
        <source>As it would be</source>
        <translation>Wie es würde</translation>
    </message>
    <message>
        <source>Asked for the agent</source>
        <translation>Gefragt für den Agenten</translation>
    </message>
    <message>
        <source>Asked for the persona</source>
        <translation>Gefragt für die Persona</translation>
    </message>
    <message>
        <source>Asked for the workflow with this number</source>
        <translation>Gefragt für den Ablauf mit dieser Nummer</translation>
    </message>
    <message>
        <source>At once if empty</source>
        <translation>Sofort, wenn leer</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Davor</translation>
    </message>
    <message>
        <source>Before: {reason}</source>
        <translation>Davor: {reason}</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Change it here</source>
        <translation>Hier ändern</translation>
    </message>
    <message>
        <source>Changed alike in both</source>
        <translation>In beiden gleich geändert</translation>
    </message>
    <message>
        <source>Changed differently in both</source>
        <translation>In beiden verschieden geändert</translation>
    </message>
    <message>
        <source>Changed in the second</source>
        <translation>Im zweiten geändert</translation>
    </message>
    <message>
        <source>Changed in the third</source>
        <translation>Im dritten geändert</translation>
    </message>
    <message>
        <source>Changed with others</source>
        <translation>Mit anderen geändert</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>Wird verglichen</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>Deprecated: {instead}</source>
        <translation>Veraltet: {instead}</translation>
    </message>
    <message>
        <source>Details of settings</source>
        <translation>Einzelheiten der Einstellungen</translation>
    </message>
    <message>
        <source>End it earlier, or set it as an override that ends by itself.</source>
        <translation>Lassen Sie ihn früher enden, oder setzen Sie ihn als Überlagerung, die von selbst endet.</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Export the configuration</source>
        <translation>Konfiguration ausgeben</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>Ausgeben …</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Erster</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>For everybody, where nothing is chosen.</source>
        <translation>Für alle, wo nichts gewählt ist.</translation>
    </message>
    <message>
        <source>For somebody else</source>
        <translation>Für jemand anderen</translation>
    </message>
    <message>
        <source>For whom, from when and until when, and why</source>
        <translation>Für wen, von wann bis wann, und warum</translation>
    </message>
    <message>
        <source>For {whom}, from now on.</source>
        <translation>Für {whom}, ab sofort.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>From anywhere</source>
        <translation>Gleich woher</translation>
    </message>
    <message>
        <source>From this state …</source>
        <translation>Von diesem Stand …</translation>
    </message>
    <message>
        <source>Gap: {span}</source>
        <translation>Lücke: {span}</translation>
    </message>
    <message>
        <source>Give the state a name first</source>
        <translation>Geben Sie dem Stand zuerst einen Namen</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Gilt</translation>
    </message>
    <message>
        <source>Import a configuration</source>
        <translation>Konfiguration einlesen</translation>
    </message>
    <message>
        <source>Import “{name}”</source>
        <translation>„{name}“ einlesen</translation>
    </message>
    <message>
        <source>Import …</source>
        <translation>Einlesen …</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>In Kraft</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Festhalten</translation>
    </message>
    <message>
        <source>Keeping the state before</source>
        <translation>Der Stand davor wird gesichert</translation>
    </message>
    <message>
        <source>Known: {names}.</source>
        <translation>Bekannt: {names}.</translation>
    </message>
    <message>
        <source>Lies over other values until it ends, and leaves them as they are.</source>
        <translation>Liegt über anderen Werten, bis sie endet, und lässt diese, wie sie sind.</translation>
    </message>
    <message>
        <source>Looking what would change …</source>
        <translation>Es wird nachgesehen, was sich ändern würde …</translation>
    </message>
    <message>
        <source>Must fit: {schema}</source>
        <translation>Muss passen zu: {schema}</translation>
    </message>
    <message>
        <source>Name of a new snapshot</source>
        <translation>Name eines neuen Standes</translation>
    </message>
    <message>
        <source>Never looked for: the ladder has no such combination</source>
        <translation>Nie gesucht: die Leiter hat keine solche Verbindung</translation>
    </message>
    <message>
        <source>No longer in effect</source>
        <translation>Nicht mehr gültig</translation>
    </message>
    <message>
        <source>No setting is chosen</source>
        <translation>Keine Einstellung ist gewählt</translation>
    </message>
    <message>
        <source>No value waits under the number {n} (any more).</source>
        <translation>Unter der Nummer {n} wartet kein Wert (mehr).</translation>
    </message>
    <message>
        <source>No value waits.</source>
        <translation>Kein Wert wartet.</translation>
    </message>
    <message>
        <source>Not a usable state</source>
        <translation>Kein brauchbarer Stand</translation>
    </message>
    <message>
        <source>Not yet in effect</source>
        <translation>Noch nicht gültig</translation>
    </message>
    <message>
        <source>Nothing differs</source>
        <translation>Nichts ist verschieden</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Nothing would change.</source>
        <translation>Nichts würde sich ändern.</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>Im Zeitverlauf</translation>
    </message>
    <message>
        <source>Override</source>
        <translation>Überlagerung</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Persona</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Wird gelesen</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Restore “{name}”</source>
        <translation>„{name}“ wiederherstellen</translation>
    </message>
    <message>
        <source>Restore …</source>
        <translation>Wiederherstellen …</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>Wiederhergestellt</translation>
    </message>
    <message>
        <source>Restored; the state before is kept as a snapshot</source>
        <translation>Wiederhergestellt; der Stand davor ist festgehalten</translation>
    </message>
    <message>
        <source>Restoring</source>
        <translation>Wird wiederhergestellt</translation>
    </message>
    <message>
        <source>Rolled back</source>
        <translation>Zurückgesetzt</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Say either a version or an instant to go back to.</source>
        <translation>Nennen Sie entweder eine Version oder einen Zeitpunkt, zu dem es zurückgehen soll.</translation>
    </message>
    <message>
        <source>Say why: the change log keeps it.</source>
        <translation>Sagen Sie, warum: Das Änderungsprotokoll bewahrt es auf.</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>Einstellungen suchen</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>Zweiter</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Gesetzt</translation>
    </message>
    <message>
        <source>Set a value …</source>
        <translation>Wert setzen …</translation>
    </message>
    <message>
        <source>Set for everybody</source>
        <translation>Für alle gesetzt</translation>
    </message>
    <message>
        <source>Set for {parts}</source>
        <translation>Gesetzt für {parts}</translation>
    </message>
    <message>
        <source>Set value</source>
        <translation>Wert setzen</translation>
    </message>
    <message>
        <source>Sets the chosen value once more, as a new version.</source>
        <translation>Setzt den gewählten Wert erneut, als neue Version.</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>Stände</translation>
    </message>
    <message>
        <source>Some values do not fit</source>
        <translation>Einige Werte passen nicht</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>Abgeschaltet</translation>
    </message>
    <message>
        <source>Taken away</source>
        <translation>Weggenommen</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>The change log keeps it.</source>
        <translation>Das Änderungsprotokoll bewahrt es auf.</translation>
    </message>
    <message>
        <source>The change log names people of this database, and “{person}” is none.</source>
        <translation>Das Änderungsprotokoll nennt Personen dieser Datenbank, und „{person}“ ist keine.</translation>
    </message>
    <message>
        <source>The end ({end}) must lie after the beginning ({begin}).</source>
        <translation>Das Ende ({end}) muss nach dem Beginn ({begin}) liegen.</translation>
    </message>
    <message numerus="yes">
        <source>The first {n} rows are listed; all are restored.</source>
        <extracomment>The first {n} row is listed; all are restored.</extracomment>
        <translation>
            <numerusform>Die erste {n} Zeile ist aufgeführt; alle werden wiederhergestellt.</numerusform>
            <numerusform>Die ersten {n} Zeilen sind aufgeführt; alle werden wiederhergestellt.</numerusform>
        </translation>
    </message>
    <message>
        <source>The persona “{persona}” may not change configuration (permission {permission}).</source>
        <translation>Die Persona „{persona}“ darf die Konfiguration nicht ändern (Berechtigung {permission}).</translation>
    </message>
    <message>
        <source>The registry does not know this key.</source>
        <translation>Das Verzeichnis kennt diesen Schlüssel nicht.</translation>
    </message>
    <message>
        <source>The value for “{key}” has {size} characters; {most} are taken.</source>
        <translation>Der Wert für „{key}“ hat {size} Zeichen; {most} werden angenommen.</translation>
    </message>
    <message>
        <source>The value for “{key}” {unfit}.</source>
        <translation>Der Wert für „{key}“ {unfit}.</translation>
    </message>
    <message>
        <source>The value is in its place</source>
        <translation>Der Wert ist an seinem Platz</translation>
    </message>
    <message>
        <source>The value is refused</source>
        <translation>Der Wert ist abgelehnt</translation>
    </message>
    <message>
        <source>The value waits for a second person</source>
        <translation>Der Wert wartet auf eine zweite Person</translation>
    </message>
    <message>
        <source>There is no part “{name}” of the configuration.</source>
        <translation>Es gibt keinen Teil „{name}“ der Konfiguration.</translation>
    </message>
    <message>
        <source>There is no setting “{key}”.</source>
        <translation>Es gibt keine Einstellung „{key}“.</translation>
    </message>
    <message>
        <source>There is no snapshot {n}.</source>
        <translation>Es gibt keine Sicherung {n}.</translation>
    </message>
    <message>
        <source>There is no value with the number {n} (any more).</source>
        <translation>Es gibt keinen Wert mit der Nummer {n} (mehr).</translation>
    </message>
    <message>
        <source>There is no version {n} of this scope; there are {known}.</source>
        <translation>Es gibt keine Version {n} dieses Geltungsbereichs; es gibt {known}.</translation>
    </message>
    <message>
        <source>There is no {part} “{value}”.</source>
        <translation>Nicht vorhanden: {part} „{value}“.</translation>
    </message>
    <message>
        <source>Third</source>
        <translation>Dritter</translation>
    </message>
    <message>
        <source>This cannot be used: {reason}.</source>
        <translation>Das kann nicht verwendet werden: {reason}.</translation>
    </message>
    <message>
        <source>This database has no room for values that wait.</source>
        <translation>Diese Datenbank hat keinen Platz für wartende Werte.</translation>
    </message>
    <message>
        <source>This state cannot be restored.</source>
        <translation>Dieser Stand kann nicht wiederhergestellt werden.</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Use again …</source>
        <translation>Noch einmal …</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Values that wait</source>
        <translation>Werte, die warten</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Version {n} is set</source>
        <translation>Version {n} ist gesetzt</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>What to call the state as it is now</source>
        <translation>Wie der jetzige Stand heißen soll</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Was geschehen ist</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>Was sich ändern würde</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Where the value comes from</source>
        <translation>Woher der Wert kommt</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Why this value</source>
        <translation>Warum dieser Wert</translation>
    </message>
    <message>
        <source>Why? The change log keeps it.</source>
        <translation>Warum? Das Änderungsprotokoll behält es.</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Zurückziehen</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Zurückgezogen</translation>
    </message>
    <message>
        <source>Without end if empty</source>
        <translation>Ohne Ende, wenn leer</translation>
    </message>
    <message>
        <source>Without value</source>
        <translation>Ohne Wert</translation>
    </message>
    <message>
        <source>Workflow</source>
        <translation>Vorgang</translation>
    </message>
    <message>
        <source>Written to {file}</source>
        <translation>Geschrieben nach {file}</translation>
    </message>
    <message>
        <source>a JSON value</source>
        <translation>ein JSON-Wert</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>agent {n}</source>
        <translation>Agent {n}</translation>
    </message>
    <message>
        <source>always</source>
        <translation>immer</translation>
    </message>
    <message>
        <source>default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>from {when}</source>
        <translation>ab {when}</translation>
    </message>
    <message>
        <source>it has no part “{name}”</source>
        <translation>der Teil „{name}“ fehlt</translation>
    </message>
    <message>
        <source>it is no JSON ({reason})</source>
        <translation>es ist kein JSON ({reason})</translation>
    </message>
    <message>
        <source>it is no state of the configuration</source>
        <translation>es ist kein Stand der Konfiguration</translation>
    </message>
    <message>
        <source>it is not valid</source>
        <translation>es ist nicht gültig</translation>
    </message>
    <message>
        <source>it is of version {version}, and this program reads {known}</source>
        <translation>es ist von Version {version}, und dieses Programm liest {known}</translation>
    </message>
    <message>
        <source>it says that its part “{name}” has {told} rows, and {n} are there: it was cut short</source>
        <translation>es nennt für den Teil „{name}“ {told} Zeilen, und {n} sind da: Es wurde abgeschnitten</translation>
    </message>
    <message>
        <source>its part “{name}” cannot be read ({reason})</source>
        <translation>der Teil „{name}“ kann nicht gelesen werden ({reason})</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>kein Wert</translation>
    </message>
    <message>
        <source>no version</source>
        <translation>keine Version</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>persona</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>persona {name}</source>
        <translation>Persona {name}</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>version {n}</source>
        <translation>Version {n}</translation>
    </message>
    <message>
        <source>workflow</source>
        <translation>Vorgang</translation>
    </message>
    <message>
        <source>workflow {n}</source>
        <translation>Vorgang {n}</translation>
    </message>
    <message>
        <source>{begin} to {end}</source>
        <translation>{begin} bis {end}</translation>
    </message>
    <message>
        <source>{mine} would lie over version {version} ({theirs}) of the same scope.</source>
        <translation>{mine} läge über Version {version} ({theirs}) desselben Geltungsbereichs.</translation>
    </message>
    <message numerus="yes">
        <source>{n} overlaps</source>
        <extracomment>{n} overlap</extracomment>
        <translation>
            <numerusform>{n} Überlappung</numerusform>
            <numerusform>{n} Überlappungen</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} rows of its part “{name}” lack columns of this program</source>
        <translation>{n} Zeilen des Teils „{name}“ fehlen Spalten dieses Programms</translation>
    </message>
    <message numerus="yes">
        <source>{n} settings</source>
        <extracomment>{n} setting</extracomment>
        <translation>
            <numerusform>{n} Einstellung</numerusform>
            <numerusform>{n} Einstellungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} values wait</source>
        <extracomment>{n} value waits</extracomment>
        <translation>
            <numerusform>{n} Wert wartet</numerusform>
            <numerusform>{n} Werte warten</numerusform>
        </translation>
    </message>
    <message>
        <source>{part}: {added} added, {changed} changed, {removed} removed.</source>
        <translation>{part}: {added} hinzu, {changed} geändert, {removed} entfernt.</translation>
    </message>
    <message>
        <source>{since} until {when}</source>
        <translation>{since} bis {when}</translation>
    </message>
    <message>
        <source>{value}: {span}</source>
        <translation>{value}: {span}</translation>
    </message>
    <message>
        <source>“{key}” cannot be checked: its schema: {first}</source>
        <translation>„{key}“ kann nicht geprüft werden: sein Schema: {first}</translation>
    </message>
    <message>
        <source>“{key}” takes {wanted}, and this is {got}.</source>
        <translation>„{key}“: erwartet wird {wanted}, und das ist {got}.</translation>
    </message>
    <message>
        <source>“{key}”{where}: {said}</source>
        <translation>„{key}“{where}: {said}</translation>
    </message>
    <message>
        <source>“{name}” is kept</source>
        <translation>„{name}“ ist festgehalten</translation>
    </message>
    <message>
        <source>“{table}” holds nothing with effective dates.</source>
        <translation>„{table}“ enthält nichts mit Gültigkeitszeiträumen.</translation>
    </message>
    <message>
        <source>… and the third state</source>
        <translation>… und der dritte Stand</translation>
    </message>
    <message>
        <source>… the second state</source>
        <translation>… der zweite Stand</translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Persona</source>
        <translation>&amp;Persona</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>A link says where to go and nothing else: the database and the rest cannot be chosen.</source>
        <translation>Ein Link sagt, wohin es geht, und sonst nichts: Datenbank und anderes lassen sich damit nicht wählen.</translation>
    </message>
    <message>
        <source>A link to “{kind}” leads nowhere; these do: {known}.</source>
        <translation>Ein Link zu „{kind}“ führt nirgendwohin; diese führen weiter: {known}.</translation>
    </message>
    <message>
        <source>Changed by someone else</source>
        <translation>Von jemand anderem geändert</translation>
    </message>
    <message>
        <source>Configuration problem</source>
        <translation>Problem mit der Konfiguration</translation>
    </message>
    <message>
        <source>Database not reachable</source>
        <translation>Datenbank nicht erreichbar</translation>
    </message>
    <message>
        <source>Free some space, or choose another folder.</source>
        <translation>Platz schaffen oder einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>It was recorded.</source>
        <translation>Es wurde aufgezeichnet.</translation>
    </message>
    <message>
        <source>No printer is set up on this computer</source>
        <translation>Auf diesem Computer ist kein Drucker eingerichtet</translation>
    </message>
    <message>
        <source>No {kind} is called “{key}”. Known: {known}.</source>
        <translation>{kind} „{key}“ gibt es nicht. Bekannt: {known}.</translation>
    </message>
    <message>
        <source>Not allowed</source>
        <translation>Nicht erlaubt</translation>
    </message>
    <message>
        <source>Not grouped</source>
        <translation>Nicht gruppiert</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Nicht gespeichert</translation>
    </message>
    <message>
        <source>Record not found</source>
        <translation>Datensatz nicht gefunden</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>Etwas ist schiefgegangen</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>The database refused this</source>
        <translation>Die Datenbank hat das abgelehnt</translation>
    </message>
    <message>
        <source>The link cannot be read: part of it is not written as text.</source>
        <translation>Der Link lässt sich nicht lesen: ein Teil davon ist nicht als Text geschrieben.</translation>
    </message>
    <message>
        <source>The link does not say which one it leads to.</source>
        <translation>Der Link sagt nicht, wohin genau er führt.</translation>
    </message>
    <message>
        <source>The link has something in it that no link of the program has.</source>
        <translation>Der Link enthält etwas, das kein Link des Programms hat.</translation>
    </message>
    <message>
        <source>The link holds characters that cannot be seen.</source>
        <translation>Der Link enthält unsichtbare Zeichen.</translation>
    </message>
    <message>
        <source>The link is longer than {most} characters.</source>
        <translation>Der Link ist länger als {most} Zeichen.</translation>
    </message>
    <message>
        <source>The link leads out of where it begins.</source>
        <translation>Der Link führt aus seinem Anfang hinaus.</translation>
    </message>
    <message>
        <source>The link names a help page that there cannot be.</source>
        <translation>Der Link nennt eine Hilfeseite, die es nicht geben kann.</translation>
    </message>
    <message>
        <source>The link names a table that there cannot be.</source>
        <translation>Der Link nennt eine Tabelle, die es nicht geben kann.</translation>
    </message>
    <message>
        <source>The link names something with a key that is too long.</source>
        <translation>Der Link nennt etwas mit einem zu langen Schlüssel.</translation>
    </message>
    <message>
        <source>The pages can be saved as PDF and printed elsewhere.</source>
        <translation>Die Seiten lassen sich als PDF speichern und anderswo drucken.</translation>
    </message>
    <message>
        <source>The picture has {size} KB; {most} KB is the most.</source>
        <translation>Das Bild hat {size} KB; erlaubt sind {most} KB.</translation>
    </message>
    <message>
        <source>The picture has {size} MB; {most} KB is the most.</source>
        <translation>Das Bild hat {size} MB; erlaubt sind {most} KB.</translation>
    </message>
    <message>
        <source>The picture has {width} x {height} pixels; {most} is the most.</source>
        <translation>Das Bild hat {width} × {height} Pixel; erlaubt sind {most}.</translation>
    </message>
    <message>
        <source>The picture is a damaged PNG picture.</source>
        <translation>Das Bild ist ein beschädigtes PNG.</translation>
    </message>
    <message>
        <source>The picture is a data URI that cannot be read.</source>
        <translation>Das Bild ist ein unlesbarer Data-URI.</translation>
    </message>
    <message>
        <source>The picture is an address. Pictures are not fetched: put the picture itself in, as data URI.</source>
        <translation>Das Bild ist eine Adresse. Bilder werden nicht geholt: das Bild selbst als Data-URI eintragen.</translation>
    </message>
    <message>
        <source>The picture is neither PNG nor SVG.</source>
        <translation>Das Bild ist weder PNG noch SVG.</translation>
    </message>
    <message>
        <source>The picture is neither a picture nor a file.</source>
        <translation>Das Bild ist weder ein Bild noch eine Datei.</translation>
    </message>
    <message>
        <source>The picture is no text: it should be a picture as data URI, or the name of a file.</source>
        <translation>Das Bild ist kein Text: es sollte ein Data-URI oder der Name einer Datei sein.</translation>
    </message>
    <message>
        <source>The picture is too intricate: it has more than {n} parts.</source>
        <translation>Das Bild ist zu verwickelt: es hat mehr als {n} Teile.</translation>
    </message>
    <message>
        <source>The picture moves. Only still pictures are shown.</source>
        <translation>Das Bild bewegt sich. Nur stehende Bilder werden gezeigt.</translation>
    </message>
    <message>
        <source>The picture refers to something outside itself, or moves. Only plain SVG pictures are shown.</source>
        <translation>Das Bild verweist nach außen oder bewegt sich. Nur einfache SVG-Bilder werden gezeigt.</translation>
    </message>
    <message>
        <source>The picture {name} is not among the program's files.</source>
        <translation>Das Bild {name} gehört nicht zu den Dateien des Programms.</translation>
    </message>
    <message>
        <source>The {kind} “{key}” is registered twice.</source>
        <translation>{kind} „{key}“ ist zweimal eingetragen.</translation>
    </message>
    <message>
        <source>There is no room left for the file. Nothing of it was kept.</source>
        <translation>Für die Datei ist kein Platz mehr. Nichts davon wurde behalten.</translation>
    </message>
    <message>
        <source>This is no link into the program; one begins with {start}</source>
        <translation>Das ist kein Link in das Programm; ein solcher beginnt mit {start}</translation>
    </message>
    <message>
        <source>Unexpected error</source>
        <translation>Unerwarteter Fehler</translation>
    </message>
    <message>
        <source>Unknown name</source>
        <translation>Unbekannter Name</translation>
    </message>
    <message>
        <source>[picture: {words}]</source>
        <translation>[Bild: {words}]</translation>
    </message>
    <message>
        <source>[picture]</source>
        <translation>[Bild]</translation>
    </message>
    <message>
        <source>an object that has “{key}” twice</source>
        <translation>ein Objekt, in dem „{key}“ zweimal steht</translation>
    </message>
    <message>
        <source>holds a number that is too large</source>
        <translation>enthält eine zu große Zahl</translation>
    </message>
    <message>
        <source>holds {unfit}</source>
        <translation>enthält {unfit}</translation>
    </message>
    <message>
        <source>is nested more than {max_nesting} levels deep</source>
        <translation>ist mehr als {max_nesting} Ebenen tief verschachtelt</translation>
    </message>
    <message>
        <source>is not JSON: {number} is not a JSON number</source>
        <translation>ist kein JSON: {number} ist keine JSON-Zahl</translation>
    </message>
    <message>
        <source>is not JSON: {said} at line {lineno}, column {colno}</source>
        <translation>ist kein JSON: {said} in Zeile {lineno}, Spalte {colno}</translation>
    </message>
    <message>
        <source>is not JSON: {value} is not a value of JSON</source>
        <translation>ist kein JSON: {value} ist kein JSON-Wert</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>larger than {nodes} parts</source>
        <translation>größer als {nodes} Teile</translation>
    </message>
    <message>
        <source>nested more than {depth} levels deep</source>
        <translation>mehr als {depth} Ebenen tief verschachtelt</translation>
    </message>
    <message>
        <source>today, {time}</source>
        <translation>heute, {time}</translation>
    </message>
    <message>
        <source>tomorrow, {time}</source>
        <translation>morgen, {time}</translation>
    </message>
    <message>
        <source>yesterday, {time}</source>
        <translation>gestern, {time}</translation>
    </message>
    <message>
        <source>{count} values need attention</source>
        <translation>{count} Werte brauchen Aufmerksamkeit</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message numerus="yes">
        <source>{n} bytes</source>
        <extracomment>{n} byte</extracomment>
        <translation>
            <numerusform>{n} Byte</numerusform>
            <numerusform>{n} Bytes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} hours ago</source>
        <extracomment>{n} hour ago</extracomment>
        <translation>
            <numerusform>vor {n} Stunde</numerusform>
            <numerusform>vor {n} Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} minutes ago</source>
        <extracomment>{n} minute ago</extracomment>
        <translation>
            <numerusform>vor {n} Minute</numerusform>
            <numerusform>vor {n} Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>{whole}.{tenth} {unit}</source>
        <translation>{whole},{tenth} {unit}</translation>
    </message>
</context>
<context>
    <name>db</name>
    <message>
        <source>A column has another type: “jarvis db check” shows which.</source>
        <translation>Eine Spalte hat einen anderen Typ: „jarvis db check“ zeigt, welche.</translation>
    </message>
    <message>
        <source>A column is missing: run “jarvis db check” to see what differs.</source>
        <translation>Eine Spalte fehlt: „jarvis db check“ zeigt, was abweicht.</translation>
    </message>
    <message>
        <source>A newer version of this program has changed the database.</source>
        <translation>Eine neuere Version dieses Programms hat die Datenbank geändert.</translation>
    </message>
    <message>
        <source>A record with the same key exists already.</source>
        <translation>Ein Datensatz mit demselben Schlüssel ist schon da.</translation>
    </message>
    <message>
        <source>A required value is missing.</source>
        <translation>Ein erforderlicher Wert fehlt.</translation>
    </message>
    <message>
        <source>A table is missing: run “jarvis db upgrade”, or ask the administrator of the database.</source>
        <translation>Eine Tabelle fehlt: „jarvis db upgrade“ ausführen oder die Administration der Datenbank fragen.</translation>
    </message>
    <message>
        <source>All database connections are busy.</source>
        <translation>Alle Verbindungen zur Datenbank sind belegt.</translation>
    </message>
    <message>
        <source>An earlier database process of {path} is still finishing its work.</source>
        <translation>Ein früherer Datenbankprozess von {path} beendet noch seine Arbeit.</translation>
    </message>
    <message>
        <source>Another JARVIS Desktop has been starting or stopping the database in {path} for too long.</source>
        <translation>Ein anderes JARVIS Desktop startet oder beendet die Datenbank in {path} schon zu lange.</translation>
    </message>
    <message>
        <source>Another PostgreSQL server has just been started on {path}.</source>
        <translation>Auf {path} wurde gerade ein anderer PostgreSQL-Server gestartet.</translation>
    </message>
    <message>
        <source>Another import is running on this database.</source>
        <translation>In dieser Datenbank läuft schon ein Import.</translation>
    </message>
    <message>
        <source>Another program has been upgrading this database for five minutes.</source>
        <translation>Ein anderes Programm bringt diese Datenbank seit fünf Minuten auf einen neuen Stand.</translation>
    </message>
    <message>
        <source>Ask the administrator of the server how it lets programs in.</source>
        <translation>Fragen Sie den Administrator des Servers, wie er Programme einlässt.</translation>
    </message>
    <message>
        <source>Back up with the version of the program that made it (“jarvis db backup”) and restore that here.</source>
        <translation>Mit der Programmversion sichern, die sie angelegt hat („jarvis db backup“), und hier wiederherstellen.</translation>
    </message>
    <message>
        <source>Choose an empty or new directory for the database.</source>
        <translation>Für die Datenbank ein leeres oder neues Verzeichnis wählen.</translation>
    </message>
    <message>
        <source>Choose another directory.</source>
        <translation>Ein anderes Verzeichnis wählen.</translation>
    </message>
    <message>
        <source>Close other programs, or try later.</source>
        <translation>Schließen Sie andere Programme, oder versuchen Sie es später.</translation>
    </message>
    <message>
        <source>Close the other windows, then restore again.</source>
        <translation>Schließen Sie die anderen Fenster, und stellen Sie dann noch einmal wieder her.</translation>
    </message>
    <message>
        <source>Column “{name}” is missing</source>
        <translation>Die Spalte „{name}“ fehlt</translation>
    </message>
    <message>
        <source>Copy the file again, or use another.</source>
        <translation>Kopieren Sie die Datei noch einmal, oder nehmen Sie eine andere.</translation>
    </message>
    <message>
        <source>Correct the name at the end of the address, or create the database.</source>
        <translation>Berichtigen Sie den Namen am Ende der Adresse, oder legen Sie die Datenbank an.</translation>
    </message>
    <message>
        <source>Create a user named {name}, or start the program as an ordinary user.</source>
        <translation>Legen Sie einen Benutzer namens {name} an, oder starten Sie das Programm als gewöhnlicher Benutzer.</translation>
    </message>
    <message>
        <source>Creating the database in {path} took too long and was given up.</source>
        <translation>Das Anlegen der Datenbank in {path} dauerte zu lange und wurde aufgegeben.</translation>
    </message>
    <message>
        <source>Details are in the log beside {path}.</source>
        <translation>Einzelheiten stehen im Protokoll neben {path}.</translation>
    </message>
    <message>
        <source>Each file is named for its table, as incidents.json.</source>
        <translation>Jede Datei heißt wie ihre Tabelle, etwa incidents.json.</translation>
    </message>
    <message>
        <source>Free some space on it and start again.</source>
        <translation>Darauf Platz schaffen und neu starten.</translation>
    </message>
    <message>
        <source>Give it to an ordinary user and start the program as that user, or choose another directory.</source>
        <translation>Es einem gewöhnlichen Benutzer geben und das Programm als dieser starten, oder ein anderes Verzeichnis wählen.</translation>
    </message>
    <message>
        <source>Give this user the right to write there or choose another directory.</source>
        <translation>Diesem Benutzer dort das Schreiben erlauben oder ein anderes Verzeichnis wählen.</translation>
    </message>
    <message>
        <source>Install the package “embedded-postgres”, or name another server with --database-url.</source>
        <translation>Das Paket „embedded-postgres“ installieren oder mit --database-url einen anderen Server nennen.</translation>
    </message>
    <message>
        <source>It is not an ordinary table.</source>
        <translation>Es ist keine gewöhnliche Tabelle.</translation>
    </message>
    <message>
        <source>It refers to a record that does not exist, or other records refer to it.</source>
        <translation>Er verweist auf einen Datensatz, den es nicht gibt, oder andere Datensätze verweisen auf ihn.</translation>
    </message>
    <message>
        <source>It took too long: upgrade again when the server is less busy.</source>
        <translation>Es dauerte zu lange: versuchen Sie es noch einmal, wenn der Server weniger zu tun hat.</translation>
    </message>
    <message>
        <source>Leave sslmode out of the address, or let the server offer TLS.</source>
        <translation>Lassen Sie sslmode in der Adresse weg, oder lassen Sie den Server TLS anbieten.</translation>
    </message>
    <message>
        <source>Let the owner of the database grant this user the right to connect.</source>
        <translation>Lassen Sie den Eigentümer der Datenbank diesem Benutzer das Recht geben, sich zu verbinden.</translation>
    </message>
    <message>
        <source>Look at the address, and whether the server is running.</source>
        <translation>Prüfen Sie die Adresse, und ob der Server läuft.</translation>
    </message>
    <message>
        <source>Look at the user and the password of the address.</source>
        <translation>Prüfen Sie den Benutzer und das Passwort der Adresse.</translation>
    </message>
    <message>
        <source>Look whether its disk allows programs to run, or install the package “embedded-postgres” again.</source>
        <translation>Nachsehen, ob der Datenträger das Ausführen von Programmen erlaubt, oder „embedded-postgres“ neu installieren.</translation>
    </message>
    <message>
        <source>Look whether the disk answers, and start again.</source>
        <translation>Nachsehen, ob der Datenträger antwortet, und neu starten.</translation>
    </message>
    <message>
        <source>Move the file away or choose another directory.</source>
        <translation>Die Datei verschieben oder ein anderes Verzeichnis wählen.</translation>
    </message>
    <message>
        <source>Name an empty or a new folder; only an earlier export is written over.</source>
        <translation>Nennen Sie einen leeren oder neuen Ordner; nur ein früherer Export wird überschrieben.</translation>
    </message>
    <message>
        <source>No directory for the database's socket has a path short enough ({limit} bytes at most); tried {tried}.</source>
        <translation>Kein Verzeichnis für den Socket der Datenbank hat einen kurzen genug Pfad (höchstens {limit} Byte); versucht: {tried}.</translation>
    </message>
    <message>
        <source>Nothing was changed. Copy the file again, or use another.</source>
        <translation>Nichts wurde geändert. Kopieren Sie die Datei noch einmal, oder nehmen Sie eine andere.</translation>
    </message>
    <message>
        <source>Nothing was stored.</source>
        <translation>Nichts wurde gespeichert.</translation>
    </message>
    <message>
        <source>Other programs were using the table: upgrade again when it is quieter.</source>
        <translation>Andere Programme benutzten die Tabelle: versuchen Sie es noch einmal, wenn es ruhiger ist.</translation>
    </message>
    <message>
        <source>Permission denied for the schema</source>
        <translation>Kein Recht an dem Schema</translation>
    </message>
    <message>
        <source>PostgreSQL does not run as root: the database runs as the user {name}, with its data in {data}.</source>
        <translation>PostgreSQL läuft nicht als root: die Datenbank läuft als Benutzer {name}, mit den Daten in {data}.</translation>
    </message>
    <message>
        <source>PostgreSQL refuses to run as root and no other user could be made for it.</source>
        <translation>PostgreSQL läuft nicht als root, und kein anderer Benutzer konnte dafür angelegt werden.</translation>
    </message>
    <message>
        <source>Remove that directory, or set XDG_RUNTIME_DIR to a directory of your own.</source>
        <translation>Dieses Verzeichnis entfernen oder XDG_RUNTIME_DIR auf ein eigenes setzen.</translation>
    </message>
    <message>
        <source>Restore into an empty database, or add --replace to remove its rows first.</source>
        <translation>Stellen Sie in eine leere Datenbank wieder her, oder ergänzen Sie --replace, um ihre Zeilen vorher zu entfernen.</translation>
    </message>
    <message>
        <source>Rows with the same key are there already: remove the duplicates, then upgrade again.</source>
        <translation>Es gibt schon Zeilen mit demselben Schlüssel: entfernen Sie die Doppelten, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Run “jarvis db upgrade” first.</source>
        <translation>Führen Sie zuerst „jarvis db upgrade“ aus.</translation>
    </message>
    <message>
        <source>Run “jarvis db upgrade”.</source>
        <translation>Führen Sie „jarvis db upgrade“ aus.</translation>
    </message>
    <message>
        <source>Set XDG_RUNTIME_DIR or TMPDIR to a directory with a short path.</source>
        <translation>XDG_RUNTIME_DIR oder TMPDIR auf ein Verzeichnis mit kurzem Pfad setzen.</translation>
    </message>
    <message>
        <source>Something else has this name already: rename it, then upgrade again.</source>
        <translation>Etwas anderes hat schon diesen Namen: benennen Sie es um, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Start the program again.</source>
        <translation>Das Programm neu starten.</translation>
    </message>
    <message>
        <source>Start the program as the user who owns it.</source>
        <translation>Das Programm als der Benutzer starten, dem es gehört.</translation>
    </message>
    <message>
        <source>Start the program as {owner}.</source>
        <translation>Das Programm als {owner} starten.</translation>
    </message>
    <message>
        <source>Stop that server and start again.</source>
        <translation>Jenen Server anhalten und neu starten.</translation>
    </message>
    <message>
        <source>Take it out of the address.</source>
        <translation>Nehmen Sie sie aus der Adresse heraus.</translation>
    </message>
    <message>
        <source>The administrator of the server can add it.</source>
        <translation>Der Administrator des Servers kann sie hinzufügen.</translation>
    </message>
    <message>
        <source>The backup is of schema {saved}, and the database is at {here}.</source>
        <translation>Die Sicherung hat den Schemastand {saved}, die Datenbank {here}.</translation>
    </message>
    <message>
        <source>The backup is of schema {saved}, which this version of the program does not know.</source>
        <translation>Die Sicherung hat den Schemastand {saved}, den diese Version des Programms nicht kennt.</translation>
    </message>
    <message>
        <source>The backup {path} cannot be written: {strerror}.</source>
        <translation>Die Sicherung {path} kann nicht geschrieben werden: {strerror}.</translation>
    </message>
    <message>
        <source>The database (process {pid}) does not stop; it goes on until the computer is shut down.</source>
        <translation>Die Datenbank (Prozess {pid}) hält nicht an; sie läuft, bis der Computer ausgeschaltet wird.</translation>
    </message>
    <message>
        <source>The database address cannot be read.</source>
        <translation>Die Adresse der Datenbank lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>The database address has an option “{unknown}”, which PostgreSQL does not know.</source>
        <translation>Die Adresse der Datenbank hat eine Option „{unknown}“, die PostgreSQL nicht kennt.</translation>
    </message>
    <message>
        <source>The database address names {get_backend_name}, and only PostgreSQL is supported.</source>
        <translation>Die Adresse der Datenbank nennt {get_backend_name}; unterstützt wird nur PostgreSQL.</translation>
    </message>
    <message>
        <source>The database directory {path} belongs to another user; the data is untouched.</source>
        <translation>Das Datenbankverzeichnis {path} gehört einem anderen Benutzer; die Daten sind unberührt.</translation>
    </message>
    <message>
        <source>The database directory {path} belongs to root, and PostgreSQL refuses to run as root; the data is untouched.</source>
        <translation>Das Datenbankverzeichnis {path} gehört root, und PostgreSQL läuft nicht als root; die Daten sind unberührt.</translation>
    </message>
    <message>
        <source>The database directory {path} belongs to the user {owner}, and root cannot use it; the data is untouched.</source>
        <translation>Das Datenbankverzeichnis {path} gehört dem Benutzer {owner}, und root kann es nicht verwenden; die Daten sind unberührt.</translation>
    </message>
    <message>
        <source>The database directory {path} cannot be used: there is a file in its place.</source>
        <translation>Das Datenbankverzeichnis {path} ist nicht verwendbar: dort liegt eine Datei.</translation>
    </message>
    <message>
        <source>The database directory {path} cannot be used: {reason}.</source>
        <translation>Das Datenbankverzeichnis {path} ist nicht verwendbar: {reason}.</translation>
    </message>
    <message>
        <source>The database directory {path} cannot be written by this user.</source>
        <translation>Dieser Benutzer kann in das Datenbankverzeichnis {path} nicht schreiben.</translation>
    </message>
    <message>
        <source>The database directory {path} was made by PostgreSQL {found} and this program brings PostgreSQL {ours}; the data is untouched.</source>
        <translation>Das Datenbankverzeichnis {path} stammt von PostgreSQL {found}, und dieses Programm bringt PostgreSQL {ours}; die Daten sind unberührt.</translation>
    </message>
    <message>
        <source>The database has no table “{saved}”, which the backup holds.</source>
        <translation>Die Datenbank hat keine Tabelle „{saved}“, wie die Sicherung sie enthält.</translation>
    </message>
    <message>
        <source>The database holds rows already (in “{name}” and other tables).</source>
        <translation>Die Datenbank enthält schon Zeilen (in „{name}“ und anderen Tabellen).</translation>
    </message>
    <message>
        <source>The database holds rows already (in “{name}”).</source>
        <translation>Die Datenbank enthält schon Zeilen (in „{name}“).</translation>
    </message>
    <message>
        <source>The database in {path} is still recovering what was saved before the last crash.</source>
        <translation>Die Datenbank in {path} stellt noch wieder her, was vor dem letzten Absturz gespeichert war.</translation>
    </message>
    <message>
        <source>The database is in use by another program.</source>
        <translation>Die Datenbank wird von einem anderen Programm benutzt.</translation>
    </message>
    <message>
        <source>The database lacks the tables by which imported rows are known again.</source>
        <translation>Der Datenbank fehlen die Tabellen, an denen importierte Zeilen wiedererkannt werden.</translation>
    </message>
    <message>
        <source>The database server on this computer</source>
        <translation>Der Datenbankserver auf diesem Rechner</translation>
    </message>
    <message>
        <source>The database server on {place}</source>
        <translation>Der Datenbankserver auf {place}</translation>
    </message>
    <message>
        <source>The database takes no changes from this user: name one that may write.</source>
        <translation>Die Datenbank nimmt von diesem Benutzer keine Änderungen an: nennen Sie einen, der schreiben darf.</translation>
    </message>
    <message>
        <source>The database user lacks the right: let the owner of the table or of the database run the upgrade.</source>
        <translation>Dem Datenbankbenutzer fehlt das Recht: lassen Sie den Eigentümer der Tabelle oder der Datenbank es ausführen.</translation>
    </message>
    <message>
        <source>The database {name} on this computer</source>
        <translation>Die Datenbank {name} auf diesem Rechner</translation>
    </message>
    <message>
        <source>The database {name} on {place}</source>
        <translation>Die Datenbank {name} auf {place}</translation>
    </message>
    <message>
        <source>The database's socket had been removed, so the database is started again.</source>
        <translation>Der Socket der Datenbank war entfernt worden, darum wird sie neu gestartet.</translation>
    </message>
    <message>
        <source>The directory {path} for the database's socket is not private to this user.</source>
        <translation>Das Verzeichnis {path} für den Socket der Datenbank ist anderen zugänglich.</translation>
    </message>
    <message>
        <source>The directory {path} holds files that are not a database; they are untouched.</source>
        <translation>Das Verzeichnis {path} enthält Dateien, die keine Datenbank sind; sie sind unberührt.</translation>
    </message>
    <message>
        <source>The disk is full, so the program's database cannot be created.</source>
        <translation>Der Datenträger ist voll; die Datenbank des Programms lässt sich nicht anlegen.</translation>
    </message>
    <message>
        <source>The disk that holds {path} is full, so the database cannot start; nothing that was saved is lost.</source>
        <translation>Der Datenträger mit {path} ist voll; die Datenbank kann nicht starten. Gespeichertes ist nicht verloren.</translation>
    </message>
    <message>
        <source>The embedded PostgreSQL cannot be run ({program}: {reason}).</source>
        <translation>Das eingebettete PostgreSQL lässt sich nicht ausführen ({program}: {reason}).</translation>
    </message>
    <message>
        <source>The embedded database did not start: {reason}.</source>
        <translation>Die eingebettete Datenbank ist nicht gestartet: {reason}.</translation>
    </message>
    <message>
        <source>The embedded server runs, and the program's database cannot be created in it: {first}.</source>
        <translation>Der eingebettete Server läuft, aber die Datenbank des Programms lässt sich darin nicht anlegen: {first}.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be read: {strerror}.</source>
        <translation>Der Ordner {folder} kann nicht gelesen werden: {strerror}.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be written: {strerror}.</source>
        <translation>Der Ordner {folder} kann nicht geschrieben werden: {strerror}.</translation>
    </message>
    <message>
        <source>The folder {folder} holds no .json files.</source>
        <translation>Der Ordner {folder} enthält keine .json-Dateien.</translation>
    </message>
    <message>
        <source>The folder {folder} holds other files, such as “{foreign}”.</source>
        <translation>Der Ordner {folder} enthält andere Dateien, etwa „{foreign}“.</translation>
    </message>
    <message>
        <source>The program reconnects by itself; nothing typed is lost.</source>
        <translation>Das Programm verbindet sich von selbst wieder; keine Eingabe ist verloren.</translation>
    </message>
    <message>
        <source>The program tries again by itself.</source>
        <translation>Das Programm versucht es von selbst noch einmal.</translation>
    </message>
    <message>
        <source>The programs of the embedded PostgreSQL are missing: {detail}.</source>
        <translation>Die Programme des eingebetteten PostgreSQL fehlen: {detail}.</translation>
    </message>
    <message>
        <source>The rows of “{source}” do not fit: {message_primary}.</source>
        <translation>Die Zeilen von „{source}“ passen nicht: {message_primary}.</translation>
    </message>
    <message>
        <source>The server runs PostgreSQL {version}, and at least {oldest_server} is needed.</source>
        <translation>Auf dem Server läuft PostgreSQL {version}, nötig ist mindestens {oldest_server}.</translation>
    </message>
    <message>
        <source>The starter file {path} cannot be used: {error}.</source>
        <translation>Die Startdatei {path} ist nicht brauchbar: {error}.</translation>
    </message>
    <message>
        <source>The statement failed</source>
        <translation>Die Anweisung ist gescheitert</translation>
    </message>
    <message>
        <source>The table lacks a column: “jarvis db check” shows which.</source>
        <translation>Der Tabelle fehlt eine Spalte: „jarvis db check“ zeigt, welche.</translation>
    </message>
    <message>
        <source>The table “{saved}” has no column “{missing}”, which the backup holds.</source>
        <translation>Die Tabelle „{saved}“ hat keine Spalte „{missing}“, wie die Sicherung sie enthält.</translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation>Es gibt keine Datei {path}.</translation>
    </message>
    <message>
        <source>There is no folder {folder}.</source>
        <translation>Es gibt keinen Ordner {folder}.</translation>
    </message>
    <message>
        <source>There is no “{key}” in {table}.</source>
        <translation>„{key}“ gibt es in „{table}“ nicht.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>Try again when it has ended.</source>
        <translation>Versuchen Sie es noch einmal, wenn er beendet ist.</translation>
    </message>
    <message>
        <source>Try again when it is done.</source>
        <translation>Versuchen Sie es noch einmal, wenn es fertig ist.</translation>
    </message>
    <message>
        <source>Update the program, then open it again.</source>
        <translation>Aktualisieren Sie das Programm, und öffnen Sie es dann wieder.</translation>
    </message>
    <message>
        <source>Update the program, then restore it.</source>
        <translation>Aktualisieren Sie das Programm, und stellen Sie dann wieder her.</translation>
    </message>
    <message>
        <source>Upgrade the server, or name another one.</source>
        <translation>Bringen Sie den Server auf einen neuen Stand, oder nennen Sie einen anderen.</translation>
    </message>
    <message>
        <source>Wait a minute and start again, or restart the computer.</source>
        <translation>Eine Minute warten und neu starten, oder den Computer neu starten.</translation>
    </message>
    <message>
        <source>Wait a minute and try again.</source>
        <translation>Eine Minute warten und es noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Wait a moment and try again; if it goes on, end the other program.</source>
        <translation>Kurz warten und es noch einmal versuchen; bleibt es dabei, das andere Programm beenden.</translation>
    </message>
    <message>
        <source>Whether it was stored is not known: look before you do it again.</source>
        <translation>Ob es gespeichert wurde, ist nicht bekannt: vor einem neuen Versuch nachsehen.</translation>
    </message>
    <message>
        <source>Write it as postgresql://user@host:5432/name.</source>
        <translation>Als postgresql://user@host:5432/name schreiben.</translation>
    </message>
    <message>
        <source>You are connected as a database user who may not do this. Its administrator can grant it.</source>
        <translation>Der angemeldete Datenbankbenutzer darf das nicht. Die Administration der Datenbank kann es erlauben.</translation>
    </message>
    <message>
        <source>no reason was given</source>
        <translation>ein Grund wurde nicht genannt</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>diesem Computer</translation>
    </message>
    <message>
        <source>{database} on {place}</source>
        <translation>{database} auf {place}</translation>
    </message>
    <message>
        <source>{database}, port {port}</source>
        <translation>{database}, Port {port}</translation>
    </message>
    <message>
        <source>{folder} is not a folder.</source>
        <translation>{folder} ist kein Ordner.</translation>
    </message>
    <message>
        <source>{path} cannot be read: {strerror}.</source>
        <translation>{path} kann nicht gelesen werden: {strerror}.</translation>
    </message>
    <message>
        <source>{path} is damaged: its table of contents cannot be read.</source>
        <translation>{path} ist beschädigt: das Inhaltsverzeichnis ist nicht lesbar.</translation>
    </message>
    <message>
        <source>{path} is damaged: the rows of “{name}” are not what was written.</source>
        <translation>{path} ist beschädigt: die Zeilen von „{name}“ sind nicht die geschriebenen.</translation>
    </message>
    <message>
        <source>{path} is not a backup of this program, or its end is missing.</source>
        <translation>{path} ist keine Sicherung dieses Programms, oder ihr Ende fehlt.</translation>
    </message>
    <message>
        <source>{path} is not a backup of this program.</source>
        <translation>{path} ist keine Sicherung dieses Programms.</translation>
    </message>
    <message>
        <source>{path} was written by a newer version of the program.</source>
        <translation>{path} wurde von einer neueren Version des Programms geschrieben.</translation>
    </message>
    <message>
        <source>{url} cannot be reached: {reason}.</source>
        <translation>{url} ist nicht erreichbar: {reason}.</translation>
    </message>
    <message>
        <source>“jarvis db check” lists what differs.</source>
        <translation>„jarvis db check“ zeigt, was abweicht.</translation>
    </message>
    <message>
        <source>“{column}” must have a value.</source>
        <translation>„{column}“ braucht einen Wert.</translation>
    </message>
    <message>
        <source>“{key}” is taken: another record has it already.</source>
        <translation>„{key}“ ist vergeben: ein anderer Datensatz hat es schon.</translation>
    </message>
    <message>
        <source>“{part}” cannot be asked of the database here.</source>
        <translation>„{part}“ kann die Datenbank hier nicht beantworten.</translation>
    </message>
</context>
<context>
    <name>designer</name>
    <message>
        <source>A form is rows of form_field_definitions; they are edited in the tab Forms and tabs.</source>
        <translation>Ein Formular besteht aus Zeilen von form_field_definitions; sie werden im Tab Formulare und Tabs bearbeitet.</translation>
    </message>
    <message>
        <source>All records examined could still be saved</source>
        <translation>Alle geprüften Datensätze ließen sich weiterhin speichern</translation>
    </message>
    <message>
        <source>At once, where nothing is entered.</source>
        <translation>Sofort, wenn nichts eingetragen ist.</translation>
    </message>
    <message>
        <source>Fields wait for each other in a ring</source>
        <translation>Felder warten im Kreis aufeinander</translation>
    </message>
    <message>
        <source>For those who look at the versions later.</source>
        <translation>Für alle, die die Versionen später ansehen.</translation>
    </message>
    <message>
        <source>In force from</source>
        <translation>In Kraft ab</translation>
    </message>
    <message>
        <source>Its rows are as they were published.</source>
        <translation>Seine Zeilen sind, wie sie veröffentlicht wurden.</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Bedeutung</translation>
    </message>
    <message>
        <source>Never published: the form is what its rows say at any time.</source>
        <translation>Nie veröffentlicht: Das Formular ist, was seine Zeilen jeweils sagen.</translation>
    </message>
    <message>
        <source>No changes</source>
        <translation>Keine Änderungen</translation>
    </message>
    <message>
        <source>No version is in force yet.</source>
        <translation>Noch ist keine Version in Kraft.</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Veröffentlichen</translation>
    </message>
    <message>
        <source>Publish a form</source>
        <translation>Ein Formular veröffentlichen</translation>
    </message>
    <message numerus="yes">
        <source>Publish although {n} of these records could not be saved as they are</source>
        <extracomment>Publish although {n} of these records could not be saved as it is</extracomment>
        <translation>
            <numerusform>Veröffentlichen, obwohl {n} dieser Datensätze so nicht gespeichert werden könnte</numerusform>
            <numerusform>Veröffentlichen, obwohl {n} dieser Datensätze so nicht gespeichert werden könnten</numerusform>
        </translation>
    </message>
    <message>
        <source>Publish version {n}</source>
        <translation>Version {n} veröffentlichen</translation>
    </message>
    <message>
        <source>Published for the first time</source>
        <translation>Zum ersten Mal veröffentlicht</translation>
    </message>
    <message>
        <source>Stored records that it refuses</source>
        <translation>Gespeicherte Datensätze, die es ablehnt</translation>
    </message>
    <message>
        <source>There are no forms yet</source>
        <translation>Es gibt noch keine Formulare</translation>
    </message>
    <message>
        <source>Version {n} is in force since {when}.</source>
        <translation>Version {n} ist in Kraft seit {when}.</translation>
    </message>
    <message>
        <source>Version {n} is published</source>
        <translation>Version {n} ist veröffentlicht</translation>
    </message>
    <message>
        <source>Version {n}, from {when}</source>
        <translation>Version {n}, ab {when}</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>What publishing changes</source>
        <translation>Was das Veröffentlichen ändert</translation>
    </message>
    <message>
        <source>added</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>asks for less</source>
        <translation>verlangt weniger</translation>
    </message>
    <message>
        <source>asks for more</source>
        <translation>verlangt mehr</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>in Kraft</translation>
    </message>
    <message>
        <source>not counted</source>
        <translation>nicht gezählt</translation>
    </message>
    <message>
        <source>other words</source>
        <translation>andere Worte</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>version release effective date definition fields</source>
        <translation>Version Freigabe gültig ab Datum Definition Felder</translation>
    </message>
    <message numerus="yes">
        <source>{bad} of the {n} latest records could not be saved any more</source>
        <extracomment>{bad} of {n} record examined could not be saved any more</extracomment>
        <translation>
            <numerusform>{bad} von {n} geprüften Datensatz könnte nicht mehr gespeichert werden</numerusform>
            <numerusform>{bad} der {n} neuesten Datensätze könnten nicht mehr gespeichert werden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} changes</source>
        <extracomment>{n} change</extracomment>
        <translation>
            <numerusform>{n} Änderung</numerusform>
            <numerusform>{n} Änderungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} drafts of it</source>
        <extracomment>{n} draft of it</extracomment>
        <translation>
            <numerusform>{n} Entwurf davon</numerusform>
            <numerusform>{n} Entwürfe davon</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} faults in this form</source>
        <extracomment>{n} fault in this form</extracomment>
        <translation>
            <numerusform>{n} Fehler in diesem Formular</numerusform>
            <numerusform>{n} Fehler in diesem Formular</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>edits</name>
    <message>
        <source>Another record has one of its keys.</source>
        <translation>Ein anderer Datensatz hat einen der Schlüssel.</translation>
    </message>
    <message>
        <source>Cannot be changed</source>
        <translation>Lässt sich nicht ändern</translation>
    </message>
    <message>
        <source>Changes can be undone for {kept_days} days.</source>
        <translation>Änderungen lassen sich {kept_days} Tage lang rückgängig machen.</translation>
    </message>
    <message>
        <source>Not possible any more</source>
        <translation>Nicht mehr möglich</translation>
    </message>
    <message>
        <source>Nothing of “{text}” can be redone any more.</source>
        <translation>Von „{text}“ lässt sich nichts mehr wiederholen.</translation>
    </message>
    <message>
        <source>Nothing of “{text}” can be undone any more.</source>
        <translation>Von „{text}“ lässt sich nichts mehr rückgängig machen.</translation>
    </message>
    <message>
        <source>The table “{table}” is not in this database any more.</source>
        <translation>Die Tabelle „{table}“ gibt es in dieser Datenbank nicht mehr.</translation>
    </message>
    <message>
        <source>The table “{table}” is not in this database, or has no key of one column.</source>
        <translation>Die Tabelle „{table}“ gibt es in dieser Datenbank nicht, oder sie hat keinen Schlüssel aus einer Spalte.</translation>
    </message>
    <message>
        <source>This change is not in the journal any more.</source>
        <translation>Diese Änderung steht nicht mehr im Journal.</translation>
    </message>
    <message>
        <source>Undo that first.</source>
        <translation>Zuerst jene rückgängig machen.</translation>
    </message>
    <message>
        <source>is referred to by other records now</source>
        <translation>wird jetzt von anderen Datensätzen gebraucht</translation>
    </message>
    <message>
        <source>is there again: another record has its key</source>
        <translation>ist wieder da: ein anderer Datensatz hat den Schlüssel</translation>
    </message>
    <message>
        <source>was changed again by yourself later ({edit})</source>
        <translation>wurde später von derselben Person noch einmal geändert ({edit})</translation>
    </message>
    <message>
        <source>was changed by someone else since</source>
        <translation>wurde seitdem von jemand anderem geändert</translation>
    </message>
    <message>
        <source>was changed by someone else since ({columns})</source>
        <translation>wurde seitdem von jemand anderem geändert ({columns})</translation>
    </message>
    <message>
        <source>was deleted since</source>
        <translation>wurde seitdem gelöscht</translation>
    </message>
    <message>
        <source>{column} is {value} now</source>
        <translation>{column} ist jetzt {value}</translation>
    </message>
    <message numerus="yes">
        <source>{n} of {records} stand in the way.</source>
        <extracomment>{n} of {records} stands in the way.</extracomment>
        <translation>
            <numerusform>{records}, davon steht {n} im Weg.</numerusform>
            <numerusform>{records}, davon stehen {n} im Weg.</numerusform>
        </translation>
    </message>
    <message>
        <source>{text} (all but {left_out})</source>
        <translation>{text} (alle bis auf {left_out})</translation>
    </message>
    <message>
        <source>“{text}” cannot be undone: {names} of {table} is not in this database any more.</source>
        <translation>„{text}“ lässt sich nicht rückgängig machen: {names} von „{table}“ gibt es in dieser Datenbank nicht mehr.</translation>
    </message>
    <message>
        <source>“{text}” was changed by somebody else, who alone can undo it.</source>
        <translation>„{text}“ stammt von jemand anderem; nur dort lässt es sich rückgängig machen.</translation>
    </message>
    <message>
        <source>“{text}” was not redone.</source>
        <translation>„{text}“ wurde nicht wiederholt.</translation>
    </message>
    <message>
        <source>“{text}” was not undone.</source>
        <translation>„{text}“ wurde nicht rückgängig gemacht.</translation>
    </message>
    <message>
        <source>“{text}” was redone already.</source>
        <translation>„{text}“ wurde schon wiederholt.</translation>
    </message>
    <message>
        <source>“{text}” was undone already.</source>
        <translation>„{text}“ wurde schon rückgängig gemacht.</translation>
    </message>
</context>
<context>
    <name>exports</name>
    <message>
        <source>Choose a name for the file.</source>
        <translation>Einen Namen für die Datei wählen.</translation>
    </message>
    <message>
        <source>Choose a shorter one.</source>
        <translation>Einen kürzeren wählen.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>Export again when the database is back.</source>
        <translation>Noch einmal exportieren, wenn die Datenbank wieder da ist.</translation>
    </message>
    <message>
        <source>Export cancelled</source>
        <translation>Export abgebrochen</translation>
    </message>
    <message>
        <source>Export them to a file instead.</source>
        <translation>Stattdessen in eine Datei exportieren.</translation>
    </message>
    <message>
        <source>Not exported</source>
        <translation>Nicht exportiert</translation>
    </message>
    <message>
        <source>Replace it, or choose another name.</source>
        <translation>Die Datei ersetzen oder einen anderen Namen wählen.</translation>
    </message>
    <message numerus="yes">
        <source>The connection to the database was lost after {n} rows. No file was written.</source>
        <extracomment>The connection to the database was lost after {n} row. No file was written.</extracomment>
        <translation>
            <numerusform>Die Verbindung zur Datenbank ist nach {n} Zeile abgebrochen. Es wurde keine Datei geschrieben.</numerusform>
            <numerusform>Die Verbindung zur Datenbank ist nach {n} Zeilen abgebrochen. Es wurde keine Datei geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>The connection to the database was lost. No file was written.</source>
        <translation>Die Verbindung zur Datenbank ist abgebrochen. Es wurde keine Datei geschrieben.</translation>
    </message>
    <message>
        <source>The database does not know the time zone “{zone}”.</source>
        <translation>Die Datenbank kennt die Zeitzone „{zone}“ nicht.</translation>
    </message>
    <message>
        <source>The export was stopped. No file was written.</source>
        <translation>Der Export wurde angehalten. Es wurde keine Datei geschrieben.</translation>
    </message>
    <message>
        <source>The file exists</source>
        <translation>Die Datei gibt es schon</translation>
    </message>
    <message>
        <source>The folder “{folder}” does not let you write into it.</source>
        <translation>In den Ordner „{folder}“ darf nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The name of the file is too long.</source>
        <translation>Der Name der Datei ist zu lang.</translation>
    </message>
    <message>
        <source>There is no folder “{folder}”.</source>
        <translation>Es gibt keinen Ordner „{folder}“.</translation>
    </message>
    <message>
        <source>There is no room left for the file in “{folder}”. Nothing of it was kept.</source>
        <translation>In „{folder}“ ist kein Platz mehr für die Datei. Nichts davon wurde behalten.</translation>
    </message>
    <message>
        <source>These are more than {most_rows} rows, the most that can be copied at once.</source>
        <translation>Das sind mehr als {most_rows} Zeilen; mehr lassen sich nicht auf einmal kopieren.</translation>
    </message>
    <message>
        <source>These rows make a text of more than {most_characters} MB, the most that can be copied at once.</source>
        <translation>Diese Zeilen ergeben einen Text von mehr als {most_characters} MB; mehr lässt sich nicht auf einmal kopieren.</translation>
    </message>
    <message>
        <source>Too much to copy</source>
        <translation>Zu viel zum Kopieren</translation>
    </message>
    <message>
        <source>Try again, or choose another folder.</source>
        <translation>Noch einmal versuchen oder einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>Write the times exactly, in UTC.</source>
        <translation>Die Zeiten genau schreiben, in UTC.</translation>
    </message>
    <message>
        <source>“{name}” could not be written: {value}. Nothing of it was kept.</source>
        <translation>„{name}“ ließ sich nicht schreiben: {value}. Nichts davon wurde behalten.</translation>
    </message>
    <message>
        <source>“{name}” is there already, under many numbers.</source>
        <translation>„{name}“ gibt es schon, unter vielen Nummern.</translation>
    </message>
    <message>
        <source>“{name}” is there already.</source>
        <translation>„{name}“ gibt es schon.</translation>
    </message>
    <message>
        <source>“{target}” is a folder.</source>
        <translation>„{target}“ ist ein Ordner.</translation>
    </message>
</context>
<context>
    <name>expressions</name>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>A comparison is missing here. Known: {operators}.</source>
        <translation>Hier fehlt ein Vergleich. Bekannt sind: {operators}.</translation>
    </message>
    <message>
        <source>A condition has no “{unknown}”.</source>
        <translation>Eine Bedingung hat kein „{unknown}“.</translation>
    </message>
    <message>
        <source>A condition is an object with “field”, “op” and “value”, or with “all”, “any” or “not”.</source>
        <translation>Eine Bedingung ist ein Objekt mit „field“, „op“ und „value“ oder mit „all“, „any“ oder „not“.</translation>
    </message>
    <message>
        <source>A condition is true or false, and here is {kind}.</source>
        <translation>Eine Bedingung ist wahr oder falsch, und hier steht {kind}.</translation>
    </message>
    <message>
        <source>A group has one key: “all”, “any” or “not”.</source>
        <translation>Eine Gruppe hat einen Schlüssel: „all“, „any“ oder „not“.</translation>
    </message>
    <message>
        <source>A name is missing here.</source>
        <translation>Hier fehlt ein Name.</translation>
    </message>
    <message>
        <source>A rule in CEL is a text.</source>
        <translation>Eine Regel in CEL ist ein Text.</translation>
    </message>
    <message>
        <source>A rule is an object, or true or false.</source>
        <translation>Eine Regel ist ein Objekt oder true oder false.</translation>
    </message>
    <message>
        <source>A value cannot be used in a rule: {error}.</source>
        <translation>Ein Wert kann in einer Regel nicht verwendet werden: {error}.</translation>
    </message>
    <message>
        <source>A value is missing here: a number, a text in quotes, true, false or null.</source>
        <translation>Hier fehlt ein Wert: eine Zahl, ein Text in Anführungszeichen, true, false oder null.</translation>
    </message>
    <message>
        <source>Bytes cannot be used in a rule.</source>
        <translation>Bytes können in einer Regel nicht verwendet werden.</translation>
    </message>
    <message>
        <source>Each object in a rule names one operator.</source>
        <translation>Jedes Objekt in einer Regel nennt einen Operator.</translation>
    </message>
    <message>
        <source>Not known: {fields}.</source>
        <translation>Nicht bekannt: {fields}.</translation>
    </message>
    <message>
        <source>Only a list has items, and here is {kind}.</source>
        <translation>Nur eine Liste hat Einträge, und hier steht {kind}.</translation>
    </message>
    <message>
        <source>Rules in “{engine}” cannot be run.</source>
        <translation>Regeln in „{engine}“ lassen sich nicht ausführen.</translation>
    </message>
    <message>
        <source>The keys of a map are texts, whole numbers, true or false.</source>
        <translation>Die Schlüssel einer Zuordnung sind Texte, ganze Zahlen, wahr oder falsch.</translation>
    </message>
    <message>
        <source>The rule ends too early.</source>
        <translation>Die Regel endet zu früh.</translation>
    </message>
    <message>
        <source>The rule has more than {most} characters.</source>
        <translation>Die Regel hat mehr als {most} Zeichen.</translation>
    </message>
    <message>
        <source>The rule has more than {most} parts.</source>
        <translation>Die Regel hat mehr als {most} Teile.</translation>
    </message>
    <message>
        <source>The rule is nested more than {max_depth} levels deep.</source>
        <translation>Die Regel ist mehr als {max_depth} Ebenen tief verschachtelt.</translation>
    </message>
    <message>
        <source>The rule is {too_big}.</source>
        <translation>Die Regel ist {too_big}.</translation>
    </message>
    <message>
        <source>The rule makes more than {size} characters.</source>
        <translation>Die Regel erzeugt mehr als {size} Zeichen.</translation>
    </message>
    <message>
        <source>The rule took longer than {ms} ms.</source>
        <translation>Die Regel brauchte länger als {ms} ms.</translation>
    </message>
    <message>
        <source>The rule took more than {max_operations} operations.</source>
        <translation>Die Regel brauchte mehr als {max_operations} Schritte.</translation>
    </message>
    <message>
        <source>The rule {error}.</source>
        <translation>Die Regel {error}.</translation>
    </message>
    <message>
        <source>There is no field “{field}”.</source>
        <translation>Es gibt kein Feld „{field}“.</translation>
    </message>
    <message>
        <source>There is no field “{field}”. Did you mean “{close}”?</source>
        <translation>Es gibt kein Feld „{field}“. Meinten Sie „{close}“?</translation>
    </message>
    <message>
        <source>This is not a JSON value.</source>
        <translation>Das ist kein JSON-Wert.</translation>
    </message>
    <message>
        <source>This is not a character that can be written so.</source>
        <translation>Dieses Zeichen kann so nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>This is not a number that can be used.</source>
        <translation>Diese Zahl kann nicht verwendet werden.</translation>
    </message>
    <message>
        <source>This number has more than {digits} digits.</source>
        <translation>Diese Zahl hat mehr als {digits} Stellen.</translation>
    </message>
    <message>
        <source>This text has no end: {quote} is missing.</source>
        <translation>Dieser Text hat kein Ende: Es fehlt {quote}.</translation>
    </message>
    <message>
        <source>This text is no valid Unicode.</source>
        <translation>Dieser Text ist kein gültiges Unicode.</translation>
    </message>
    <message>
        <source>a date</source>
        <translation>ein Datum</translation>
    </message>
    <message>
        <source>a duration</source>
        <translation>eine Dauer</translation>
    </message>
    <message>
        <source>a list is too large to become a text</source>
        <translation>eine Liste ist zu groß, um ein Text zu werden</translation>
    </message>
    <message>
        <source>a number gets more than {digits} digits</source>
        <translation>eine Zahl bekommt mehr als {digits} Stellen</translation>
    </message>
    <message>
        <source>a number is divided by zero</source>
        <translation>eine Zahl wird durch null geteilt</translation>
    </message>
    <message>
        <source>a pattern has more than {most} characters</source>
        <translation>ein Muster hat mehr als {most} Zeichen</translation>
    </message>
    <message>
        <source>a point in time</source>
        <translation>ein Zeitpunkt</translation>
    </message>
    <message>
        <source>a point in time lies beyond the calendar</source>
        <translation>ein Zeitpunkt liegt außerhalb des Kalenders</translation>
    </message>
    <message>
        <source>a text is no valid Unicode</source>
        <translation>ein Text ist kein gültiges Unicode</translation>
    </message>
    <message>
        <source>a value</source>
        <translation>ein Wert</translation>
    </message>
    <message>
        <source>a value is not a number</source>
        <translation>ein Wert ist keine Zahl</translation>
    </message>
    <message>
        <source>a value is too large to be compared</source>
        <translation>ein Wert ist zu groß für einen Vergleich</translation>
    </message>
    <message>
        <source>a value of type {name} cannot be used in a rule</source>
        <translation>ein Wert vom Typ {name} ist in einer Regel nicht verwendbar</translation>
    </message>
    <message>
        <source>all of these hold:</source>
        <translation>alles davon gilt:</translation>
    </message>
    <message>
        <source>an empty list</source>
        <translation>eine leere Liste</translation>
    </message>
    <message>
        <source>an empty object</source>
        <translation>ein leeres Objekt</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>ein Objekt</translation>
    </message>
    <message>
        <source>and</source>
        <comment>list</comment>
        <translation>und</translation>
    </message>
    <message>
        <source>and</source>
        <comment>logic</comment>
        <translation>und</translation>
    </message>
    <message>
        <source>anything</source>
        <translation>ein beliebiger Wert</translation>
    </message>
    <message>
        <source>at least {fewest}</source>
        <translation>mindestens {fewest}</translation>
    </message>
    <message>
        <source>at most {most}</source>
        <translation>höchstens {most}</translation>
    </message>
    <message>
        <source>each {item} in {list} for which {condition}</source>
        <translation>jedes {item} in {list}, für das gilt: {condition}</translation>
    </message>
    <message>
        <source>false</source>
        <translation>falsch</translation>
    </message>
    <message>
        <source>for at least one {item} in {list}: {condition}</source>
        <translation>für mindestens ein {item} in {list}: {condition}</translation>
    </message>
    <message>
        <source>for every {item} in {list}: {condition}</source>
        <translation>für jedes {item} in {list}: {condition}</translation>
    </message>
    <message>
        <source>for exactly one {item} in {list}: {condition}</source>
        <translation>für genau ein {item} in {list}: {condition}</translation>
    </message>
    <message>
        <source>for no {item} in {list}: {condition}</source>
        <translation>für kein {item} in {list}: {condition}</translation>
    </message>
    <message>
        <source>if</source>
        <comment>rule</comment>
        <translation>wenn</translation>
    </message>
    <message>
        <source>if {condition} then {value}, otherwise {other}</source>
        <translation>wenn {condition}, dann {value}, sonst {other}</translation>
    </message>
    <message>
        <source>if {condition}: {value}</source>
        <translation>wenn {condition}: {value}</translation>
    </message>
    <message>
        <source>it is not so that {a}</source>
        <translation>es gilt nicht: {a}</translation>
    </message>
    <message>
        <source>minus {a}</source>
        <translation>minus {a}</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>none of these holds:</source>
        <translation>nichts davon gilt:</translation>
    </message>
    <message>
        <source>not all of these hold:</source>
        <translation>nicht alles davon gilt:</translation>
    </message>
    <message>
        <source>one of these holds:</source>
        <translation>eines davon gilt:</translation>
    </message>
    <message>
        <source>only a date has a {part}</source>
        <translation>nur ein Datum hat den Teil {part}</translation>
    </message>
    <message>
        <source>only a list has items, and here is {kind}</source>
        <translation>nur eine Liste hat Einträge, und hier steht {kind}</translation>
    </message>
    <message>
        <source>or</source>
        <comment>list</comment>
        <translation>oder</translation>
    </message>
    <message>
        <source>or</source>
        <comment>logic</comment>
        <translation>oder</translation>
    </message>
    <message>
        <source>otherwise</source>
        <comment>rule</comment>
        <translation>sonst</translation>
    </message>
    <message>
        <source>the field “{field}” is {wanted}, and here is {kind}</source>
        <translation>das Feld „{field}“ erwartet {wanted}, und hier steht {kind}</translation>
    </message>
    <message>
        <source>the first of these that applies:</source>
        <translation>das erste davon, das zutrifft:</translation>
    </message>
    <message>
        <source>the object of {keys}</source>
        <translation>das Objekt aus {keys}</translation>
    </message>
    <message>
        <source>the place in a list is a whole number from 0</source>
        <translation>der Platz in einer Liste ist eine ganze Zahl ab 0</translation>
    </message>
    <message>
        <source>the record</source>
        <translation>der Datensatz</translation>
    </message>
    <message>
        <source>the rest of {a} divided by {b}</source>
        <translation>der Rest von {a} geteilt durch {b}</translation>
    </message>
    <message>
        <source>the size of {a}</source>
        <translation>die Größe von {a}</translation>
    </message>
    <message>
        <source>the value so far</source>
        <translation>der bisherige Wert</translation>
    </message>
    <message>
        <source>then</source>
        <comment>rule</comment>
        <translation>dann</translation>
    </message>
    <message>
        <source>there is nothing at this place</source>
        <translation>an dieser Stelle steht nichts</translation>
    </message>
    <message>
        <source>this is not a duration: {value}</source>
        <translation>das ist keine Dauer: {value}</translation>
    </message>
    <message>
        <source>this is not a point in time: {value}</source>
        <translation>das ist kein Zeitpunkt: {value}</translation>
    </message>
    <message>
        <source>true</source>
        <translation>wahr</translation>
    </message>
    <message>
        <source>what is missing of {a}</source>
        <translation>was von {a} fehlt</translation>
    </message>
    <message>
        <source>what is missing of {b}, where less than {a} are there</source>
        <translation>was von {b} fehlt, wenn weniger als {a} vorhanden sind</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>{a} contains {b}</source>
        <translation>{a} enthält {b}</translation>
    </message>
    <message>
        <source>{a} divided by {b}</source>
        <translation>{a} geteilt durch {b}</translation>
    </message>
    <message>
        <source>{a} ends with {b}</source>
        <translation>{a} endet mit {b}</translation>
    </message>
    <message>
        <source>{a} is after {b}</source>
        <translation>{a} liegt nach {b}</translation>
    </message>
    <message>
        <source>{a} is at least {b}</source>
        <translation>{a} ist mindestens {b}</translation>
    </message>
    <message>
        <source>{a} is at most {b}</source>
        <translation>{a} ist höchstens {b}</translation>
    </message>
    <message>
        <source>{a} is before {b}</source>
        <translation>{a} liegt vor {b}</translation>
    </message>
    <message>
        <source>{a} is between {b} and {c}</source>
        <translation>{a} liegt zwischen {b} und {c}</translation>
    </message>
    <message>
        <source>{a} is in {b}</source>
        <translation>{a} ist in {b}</translation>
    </message>
    <message>
        <source>{a} is known</source>
        <translation>{a} ist bekannt</translation>
    </message>
    <message>
        <source>{a} is less than {b}</source>
        <translation>{a} ist kleiner als {b}</translation>
    </message>
    <message>
        <source>{a} is more than {b}</source>
        <translation>{a} ist größer als {b}</translation>
    </message>
    <message>
        <source>{a} is more than {b} and less than {c}</source>
        <translation>{a} ist größer als {b} und kleiner als {c}</translation>
    </message>
    <message>
        <source>{a} is not in {b}</source>
        <translation>{a} ist nicht in {b}</translation>
    </message>
    <message>
        <source>{a} is not known</source>
        <translation>{a} ist nicht bekannt</translation>
    </message>
    <message>
        <source>{a} is not {b}</source>
        <translation>{a} ist nicht {b}</translation>
    </message>
    <message>
        <source>{a} is there</source>
        <translation>{a} ist vorhanden</translation>
    </message>
    <message>
        <source>{a} is {b}</source>
        <translation>{a} ist {b}</translation>
    </message>
    <message>
        <source>{a} is {b} or after</source>
        <translation>{a} ist {b} oder später</translation>
    </message>
    <message>
        <source>{a} is {b} or before</source>
        <translation>{a} ist {b} oder früher</translation>
    </message>
    <message>
        <source>{a} matches the pattern {b}</source>
        <translation>{a} passt auf das Muster {b}</translation>
    </message>
    <message>
        <source>{a} minus {b}</source>
        <translation>{a} minus {b}</translation>
    </message>
    <message>
        <source>{a} plus {b}</source>
        <translation>{a} plus {b}</translation>
    </message>
    <message>
        <source>{a} starts with {b}</source>
        <translation>{a} beginnt mit {b}</translation>
    </message>
    <message>
        <source>{a} times {b}</source>
        <translation>{a} mal {b}</translation>
    </message>
    <message>
        <source>{b} of {a}</source>
        <translation>{b} von {a}</translation>
    </message>
    <message>
        <source>{count} others</source>
        <translation>{count} weitere</translation>
    </message>
    <message>
        <source>{field} (or {default} where it is not known)</source>
        <translation>{field} (oder {default}, wo es nicht bekannt ist)</translation>
    </message>
    <message>
        <source>{first} cannot be compared with {second}</source>
        <translation>nicht vergleichbar: {first} und {second}</translation>
    </message>
    <message>
        <source>{first} cannot be compared with {second}.</source>
        <translation>Nicht vergleichbar: {first} und {second}.</translation>
    </message>
    <message>
        <source>{function} of {arguments}</source>
        <translation>{function} von {arguments}</translation>
    </message>
    <message>
        <source>{kind} has no order.</source>
        <translation>{kind} hat keine Reihenfolge.</translation>
    </message>
    <message>
        <source>{part} of {whole}</source>
        <translation>{part} von {whole}</translation>
    </message>
    <message>
        <source>{start}, then for each {item} in {list}: {value}</source>
        <translation>{start}, dann für jedes {item} in {list}: {value}</translation>
    </message>
    <message>
        <source>{value} for each {item} in {list}</source>
        <translation>{value} für jedes {item} in {list}</translation>
    </message>
    <message>
        <source>{value} is none of {list}</source>
        <translation>{value} ist keines von {list}</translation>
    </message>
    <message>
        <source>{value} is not {wanted}</source>
        <translation>{value} ist nicht {wanted}</translation>
    </message>
    <message>
        <source>{value} is one of {list}</source>
        <translation>{value} ist eines von {list}</translation>
    </message>
    <message>
        <source>{what} cannot be said in this language.</source>
        <translation>{what} lässt sich in dieser Sprache nicht sagen.</translation>
    </message>
    <message>
        <source>“between” is followed by two values with “and” between them.</source>
        <translation>Auf „between“ folgen zwei Werte mit „and“ dazwischen.</translation>
    </message>
    <message>
        <source>“between” takes a list of two values.</source>
        <translation>„between“ nimmt eine Liste von zwei Werten.</translation>
    </message>
    <message>
        <source>“field” names a field.</source>
        <translation>„field“ nennt ein Feld.</translation>
    </message>
    <message>
        <source>“has” asks for a field of something, as in has(a.b).</source>
        <translation>„has“ fragt nach einem Feld von etwas, wie in has(a.b).</translation>
    </message>
    <message>
        <source>“indexOf” looks for a text</source>
        <translation>„indexOf“ sucht einen Text</translation>
    </message>
    <message>
        <source>“in” looks in a list or an object, and here is {kind}</source>
        <translation>„in“ sucht in einer Liste oder einem Objekt, und hier steht {kind}</translation>
    </message>
    <message>
        <source>“in” looks in a list or an object, and here is {kind}.</source>
        <translation>„in“ sucht in einer Liste oder einem Objekt, und hier steht {kind}.</translation>
    </message>
    <message>
        <source>“is” is followed by “null” or “not null”.</source>
        <translation>Auf „is“ folgt „null“ oder „not null“.</translation>
    </message>
    <message>
        <source>“join” takes a list of texts</source>
        <translation>„join“ erwartet eine Liste von Texten</translation>
    </message>
    <message>
        <source>“missing_some” takes a number and a list of names.</source>
        <translation>„missing_some“ erwartet eine Zahl und eine Liste von Namen.</translation>
    </message>
    <message>
        <source>“missing” takes names of fields.</source>
        <translation>„missing“ nimmt Namen von Feldern.</translation>
    </message>
    <message>
        <source>“replace” takes two texts</source>
        <translation>„replace“ erwartet zwei Texte</translation>
    </message>
    <message>
        <source>“split” takes a text</source>
        <translation>„split“ erwartet einen Text</translation>
    </message>
    <message>
        <source>“substring” takes places within the text</source>
        <translation>„substring“ erwartet Stellen innerhalb des Textes</translation>
    </message>
    <message>
        <source>“uint” takes no number below 0</source>
        <translation>„uint“ nimmt keine Zahl unter 0</translation>
    </message>
    <message>
        <source>“value” is a number, a text, true, false, null or a list of them.</source>
        <translation>„value“ ist eine Zahl, ein Text, true, false, null oder eine Liste davon.</translation>
    </message>
    <message>
        <source>“var” takes the name of a field and, if wanted, a default.</source>
        <translation>„var“ nimmt den Namen eines Feldes und auf Wunsch eine Vorgabe.</translation>
    </message>
    <message>
        <source>“var” takes the name of a field.</source>
        <translation>„var“ erwartet den Namen eines Feldes.</translation>
    </message>
    <message>
        <source>“{character}” has no meaning here.</source>
        <translation>„{character}“ hat hier keine Bedeutung.</translation>
    </message>
    <message>
        <source>“{group}” has no conditions.</source>
        <translation>„{group}“ hat keine Bedingungen.</translation>
    </message>
    <message>
        <source>“{key}” stands twice in the map.</source>
        <translation>„{key}“ steht zweimal in der Zuordnung.</translation>
    </message>
    <message>
        <source>“{name}” does not take {count} arguments.</source>
        <translation>„{name}“ nimmt keine {count} Argumente.</translation>
    </message>
    <message>
        <source>“{name}” is not a function of rules. Known: {known}.</source>
        <translation>„{name}“ ist keine Funktion für Regeln. Bekannt sind: {known}.</translation>
    </message>
    <message>
        <source>“{name}” wants a name for the items first.</source>
        <translation>„{name}“ erwartet zuerst einen Namen für die Einträge.</translation>
    </message>
    <message>
        <source>“{operator}” cannot be used on {first} and {second}.</source>
        <translation>„{operator}“ geht hier nicht: {first} und {second}.</translation>
    </message>
    <message>
        <source>“{operator}” cannot be used on {kinds}</source>
        <translation>„{operator}“ geht hier nicht: {kinds}</translation>
    </message>
    <message>
        <source>“{operator}” cannot be used on {kind}.</source>
        <translation>„{operator}“ geht hier nicht: {kind}.</translation>
    </message>
    <message>
        <source>“{operator}” is not a comparison. Known: {operators}.</source>
        <translation>„{operator}“ ist kein Vergleich. Bekannt: {operators}.</translation>
    </message>
    <message>
        <source>“{operator}” is not an operator of rules. Known: {known}.</source>
        <translation>„{operator}“ ist kein Operator von Regeln. Bekannt: {known}.</translation>
    </message>
    <message>
        <source>“{operator}” needs a “value”.</source>
        <translation>„{operator}“ braucht ein „value“.</translation>
    </message>
    <message>
        <source>“{operator}” takes a list of values.</source>
        <translation>„{operator}“ erwartet eine Liste von Werten.</translation>
    </message>
    <message>
        <source>“{operator}” takes one value, not a list.</source>
        <translation>„{operator}“ erwartet einen Wert, keine Liste.</translation>
    </message>
    <message>
        <source>“{operator}” takes true or false, and here is {kind}</source>
        <translation>„{operator}“ erwartet wahr oder falsch, und hier steht {kind}</translation>
    </message>
    <message>
        <source>“{operator}” takes {expected} operands, and here are {count}.</source>
        <translation>„{operator}“ nimmt {expected} Operanden, hier sind es {count}.</translation>
    </message>
    <message>
        <source>“{part}” cannot stand here.</source>
        <translation>„{part}“ kann hier nicht stehen.</translation>
    </message>
    <message>
        <source>“{pattern}” is not a pattern that can be used</source>
        <translation>„{pattern}“ ist kein Muster, das verwendet werden kann</translation>
    </message>
    <message>
        <source>“{sign}” is missing here.</source>
        <translation>Hier fehlt „{sign}“.</translation>
    </message>
    <message>
        <source>“{text}” is not a date such as 2026-01-31.</source>
        <translation>„{text}“ ist kein Datum wie 2026-01-31.</translation>
    </message>
    <message>
        <source>“{zone}” is not a time zone</source>
        <translation>„{zone}“ ist keine Zeitzone</translation>
    </message>
</context>
<context>
    <name>forms</name>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>#1A6BC4</source>
        <translation>#1A6BC4</translation>
    </message>
    <message>
        <source>/configuration/target is no object</source>
        <translation>/configuration/target ist kein Objekt</translation>
    </message>
    <message>
        <source>/configuration/target needs a table, and key and overflow as text</source>
        <translation>/configuration/target braucht eine Tabelle sowie key und overflow als Text</translation>
    </message>
    <message>
        <source>/form_schema has neither “fields” nor “properties”</source>
        <translation>/form_schema hat weder „fields“ noch „properties“</translation>
    </message>
    <message>
        <source>/form_schema is no object</source>
        <translation>/form_schema ist kein Objekt</translation>
    </message>
    <message>
        <source>/form_schema/fields/{index} is no object</source>
        <translation>/form_schema/fields/{index} ist kein Objekt</translation>
    </message>
    <message>
        <source>/form_schema/properties/{key} is no object</source>
        <translation>/form_schema/properties/{key} ist kein Objekt</translation>
    </message>
    <message>
        <source>/options has the unknown key “{key}”</source>
        <translation>/options hat den unbekannten Schlüssel „{key}“</translation>
    </message>
    <message>
        <source>/options/{index} is not a choice</source>
        <translation>/options/{index} ist kein Wert zur Auswahl</translation>
    </message>
    <message>
        <source>/options/{index} repeats the choice “{label}”</source>
        <translation>/options/{index} wiederholt „{label}“</translation>
    </message>
    <message>
        <source>/options/{index}/{name} is no date</source>
        <translation>/options/{index}/{name} ist kein Datum</translation>
    </message>
    <message>
        <source>/prefilters/{key} is no list</source>
        <translation>/prefilters/{key} ist keine Liste</translation>
    </message>
    <message>
        <source>/prefilters/{key} leaves no choice and is not applied</source>
        <translation>/prefilters/{key} lässt keine Auswahl übrig und wird nicht angewendet</translation>
    </message>
    <message>
        <source>/schema/properties/{key} is no object</source>
        <translation>/schema/properties/{key} ist kein Objekt</translation>
    </message>
    <message>
        <source>/schema/properties/{key} refers to itself</source>
        <translation>/schema/properties/{key} verweist auf sich selbst oder ins Leere</translation>
    </message>
    <message>
        <source>/ui_props/dependencies is no object</source>
        <translation>/ui_props/dependencies ist kein Objekt</translation>
    </message>
    <message>
        <source>/ui_props/dependencies needs “dependsOn” and “mapping”</source>
        <translation>/ui_props/dependencies braucht „dependsOn“ und „mapping“</translation>
    </message>
    <message>
        <source>/uischema is no layout</source>
        <translation>/uischema ist kein Layout</translation>
    </message>
    <message>
        <source>/validation_rules is no object</source>
        <translation>/validation_rules ist kein Objekt</translation>
    </message>
    <message>
        <source>/validation_rules/numberRange/{key} is no object</source>
        <translation>/validation_rules/numberRange/{key} ist kein Objekt</translation>
    </message>
    <message>
        <source>/validation_rules/required is neither true nor false</source>
        <translation>/validation_rules/required ist weder true noch false</translation>
    </message>
    <message>
        <source>/validation_rules/{name} is no object</source>
        <translation>/validation_rules/{name} ist kein Objekt</translation>
    </message>
    <message>
        <source>/validation_rules/{name} names the unknown field “{key}”</source>
        <translation>/validation_rules/{name} nennt das unbekannte Feld „{key}“</translation>
    </message>
    <message>
        <source>14:30</source>
        <translation>14:30</translation>
    </message>
    <message>
        <source>1h 30min</source>
        <translation>1h 30min</translation>
    </message>
    <message>
        <source>A field without a key is left out</source>
        <translation>Ein Feld ohne Schlüssel entfällt</translation>
    </message>
    <message>
        <source>A new version cannot come into force in the past.</source>
        <translation>Eine neue Version kann nicht in der Vergangenheit in Kraft treten.</translation>
    </message>
    <message>
        <source>A published form takes this up with its next version.</source>
        <translation>Ein veröffentlichtes Formular übernimmt das mit seiner nächsten Version.</translation>
    </message>
    <message>
        <source>About this record</source>
        <translation>Zu diesem Datensatz</translation>
    </message>
    <message>
        <source>Add files …</source>
        <translation>Dateien hinzufügen …</translation>
    </message>
    <message>
        <source>Add it again.</source>
        <translation>Fügen Sie sie erneut hinzu.</translation>
    </message>
    <message>
        <source>Add pictures …</source>
        <translation>Bilder hinzufügen …</translation>
    </message>
    <message>
        <source>Add row</source>
        <translation>Zeile hinzufügen</translation>
    </message>
    <message>
        <source>Add row ({key})</source>
        <translation>Zeile hinzufügen ({key})</translation>
    </message>
    <message>
        <source>Add the files in it.</source>
        <translation>Fügen Sie die Dateien darin hinzu.</translation>
    </message>
    <message>
        <source>Adding</source>
        <translation>Wird hinzugefügt</translation>
    </message>
    <message>
        <source>Adding “{name}”</source>
        <translation>„{name}“ wird hinzugefügt</translation>
    </message>
    <message>
        <source>Adding “{name}” was stopped</source>
        <translation>Das Hinzufügen von „{name}“ wurde angehalten</translation>
    </message>
    <message>
        <source>Adding, {percent} %</source>
        <translation>Wird hinzugefügt, {percent} %</translation>
    </message>
    <message>
        <source>An administrator can do that in the tab People.</source>
        <translation>Im Tab Personen kann die Administration das tun.</translation>
    </message>
    <message>
        <source>As it was published in version {n}.</source>
        <translation>Wie es in Version {n} veröffentlicht wurde.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Building, floor, unit</source>
        <translation>Gebäude, Stockwerk, Einheit</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>Capability</source>
        <translation>Fähigkeit</translation>
    </message>
    <message>
        <source>Change a rule of one of these fields.</source>
        <translation>Ändern Sie eine Regel eines dieser Felder.</translation>
    </message>
    <message>
        <source>Change the form, or publish it all the same.</source>
        <translation>Ändern Sie das Formular, oder veröffentlichen Sie es trotzdem.</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Wählen</translation>
    </message>
    <message>
        <source>Choose for each field which value stays.</source>
        <translation>Für jedes Feld wählen, welcher Wert bleibt.</translation>
    </message>
    <message>
        <source>Choose {label}</source>
        <translation>{label} wählen</translation>
    </message>
    <message>
        <source>Choose {label} first</source>
        <translation>Zuerst {label} wählen</translation>
    </message>
    <message>
        <source>Chosen lately</source>
        <translation>Zuletzt gewählt</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Columns of type {sql_type} cannot be edited here.</source>
        <translation>Spalten vom Typ {sql_type} lassen sich hier nicht bearbeiten.</translation>
    </message>
    <message>
        <source>Compliance frameworks</source>
        <translation>Regelwerke</translation>
    </message>
    <message>
        <source>Computed</source>
        <translation>Wird berechnet</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Kritisch</translation>
    </message>
    <message>
        <source>Defined</source>
        <translation>Definiert</translation>
    </message>
    <message>
        <source>Delete those first, or leave these records out.</source>
        <translation>Zuerst jene löschen oder diese Datensätze auslassen.</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Discard the draft</source>
        <translation>Entwurf verwerfen</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Drop files here, paste them, or choose “Add …”
{allowed}</source>
        <translation>Dateien hier ablegen, einfügen oder „… hinzufügen“ wählen
{allowed}</translation>
    </message>
    <message>
        <source>Duplicate the row</source>
        <translation>Zeile verdoppeln</translation>
    </message>
    <message>
        <source>Edit {lower_first}</source>
        <translation>{lower_first} bearbeiten</translation>
    </message>
    <message>
        <source>Enabled</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Fields of type “{kind}” are not available in this version.</source>
        <translation>Felder vom Typ „{kind}“ gibt es in dieser Version nicht.</translation>
    </message>
    <message>
        <source>Fields wait for each other in a ring: {rings}.</source>
        <translation>Felder warten im Kreis aufeinander: {rings}.</translation>
    </message>
    <message>
        <source>File not found</source>
        <translation>Datei nicht gefunden</translation>
    </message>
    <message>
        <source>Filled in when left empty</source>
        <translation>Wird ausgefüllt, wenn es leer bleibt</translation>
    </message>
    <message>
        <source>Find a field</source>
        <translation>Feld suchen</translation>
    </message>
    <message>
        <source>Find a field by its label</source>
        <translation>Ein Feld nach seiner Beschriftung suchen</translation>
    </message>
    <message>
        <source>Further fields</source>
        <translation>Weitere Felder</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>In review</source>
        <translation>In Prüfung</translation>
    </message>
    <message>
        <source>Initial</source>
        <translation>Initial</translation>
    </message>
    <message>
        <source>It may have been deleted meanwhile.</source>
        <translation>Vielleicht wurde er inzwischen gelöscht.</translation>
    </message>
    <message>
        <source>Its fields are rows of form_field_definitions with this form_type.</source>
        <translation>Die Felder sind Zeilen von form_field_definitions mit diesem form_type.</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Meinen behalten</translation>
    </message>
    <message>
        <source>Last audit</source>
        <translation>Letzte Prüfung</translation>
    </message>
    <message>
        <source>Look at the file</source>
        <translation>Datei ansehen</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Niedrig</translation>
    </message>
    <message>
        <source>Managed</source>
        <translation>Geführt</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>More: type to find them</source>
        <translation>Mehr: tippen, um zu suchen</translation>
    </message>
    <message>
        <source>Move the row down</source>
        <translation>Zeile nach unten</translation>
    </message>
    <message>
        <source>Move the row up</source>
        <translation>Zeile nach oben</translation>
    </message>
    <message>
        <source>New {kind} …</source>
        <translation>{kind} neu anlegen …</translation>
    </message>
    <message>
        <source>New {lower_first}</source>
        <translation>Neu: {lower_first}</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Nächste Seite</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>No choices for “{value}”</source>
        <translation>Keine Auswahl für „{value}“</translation>
    </message>
    <message>
        <source>No choices here</source>
        <translation>Hier gibt es keine Auswahl</translation>
    </message>
    <message>
        <source>No field is called so</source>
        <translation>So heißt kein Feld</translation>
    </message>
    <message>
        <source>No field was given a value</source>
        <translation>Kein Feld hat einen Wert bekommen</translation>
    </message>
    <message>
        <source>No files</source>
        <translation>Keine Dateien</translation>
    </message>
    <message>
        <source>No form is called “{form_type}”.</source>
        <translation>Es gibt kein Formular „{form_type}“.</translation>
    </message>
    <message>
        <source>No preview</source>
        <translation>Keine Vorschau</translation>
    </message>
    <message>
        <source>No rows yet</source>
        <translation>Noch keine Zeilen</translation>
    </message>
    <message>
        <source>No stars yet</source>
        <translation>Noch keine Sterne</translation>
    </message>
    <message>
        <source>Not added</source>
        <translation>Nicht hinzugefügt</translation>
    </message>
    <message>
        <source>Not published</source>
        <translation>Nicht veröffentlicht</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Noch nicht gespeichert</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>Nicht gesetzt</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Nothing to publish</source>
        <translation>Nichts zu veröffentlichen</translation>
    </message>
    <message>
        <source>Only files of this computer can be added: save what is elsewhere first</source>
        <translation>Nur Dateien dieses Rechners können hinzugefügt werden: Speichern Sie zuerst, was anderswo liegt</translation>
    </message>
    <message>
        <source>Open the row in a form</source>
        <translation>Zeile als Formular öffnen</translation>
    </message>
    <message>
        <source>Optimizing</source>
        <translation>Optimierend</translation>
    </message>
    <message>
        <source>Page {number}</source>
        <translation>Seite {number}</translation>
    </message>
    <message>
        <source>Page {number} of {pages}</source>
        <translation>Seite {number} von {pages}</translation>
    </message>
    <message>
        <source>Pasted picture.png</source>
        <translation>Eingefügtes Bild.png</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Ausstehend</translation>
    </message>
    <message>
        <source>Pick a day</source>
        <translation>Tag wählen</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>Postleitzahl</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Vorige Seite</translation>
    </message>
    <message>
        <source>Print or save as PDF</source>
        <translation>Drucken oder als PDF speichern</translation>
    </message>
    <message>
        <source>Print …</source>
        <translation>Drucken …</translation>
    </message>
    <message>
        <source>Quantitatively managed</source>
        <translation>Quantitativ geführt</translation>
    </message>
    <message>
        <source>Read only. {refusal}</source>
        <translation>Nur lesbar. {refusal}</translation>
    </message>
    <message>
        <source>Records that can be saved now could not be saved any more, {name} among them: {problem}.</source>
        <translation>Datensätze, die jetzt gespeichert werden können, könnten es nicht mehr, darunter {name}: {problem}.</translation>
    </message>
    <message>
        <source>Refers to {table} ({column})</source>
        <translation>Verweist auf {table} ({column})</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>Veröffentlicht</translation>
    </message>
    <message>
        <source>Released on</source>
        <translation>Veröffentlicht am</translation>
    </message>
    <message>
        <source>Remove the row</source>
        <translation>Zeile entfernen</translation>
    </message>
    <message>
        <source>Remove {label}</source>
        <translation>{label} entfernen</translation>
    </message>
    <message>
        <source>Retired</source>
        <translation>Zurückgezogen</translation>
    </message>
    <message>
        <source>Risk level</source>
        <translation>Risikostufe</translation>
    </message>
    <message>
        <source>Run “jarvis db upgrade”, or ask the administrator of the database.</source>
        <translation>„jarvis db upgrade“ ausführen oder die Administration der Datenbank fragen.</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Kopie speichern</translation>
    </message>
    <message>
        <source>Save a copy to look at it.</source>
        <translation>Speichern Sie eine Kopie, um sie anzusehen.</translation>
    </message>
    <message>
        <source>Save a copy to open it with another program.</source>
        <translation>Speichern Sie eine Kopie, um sie mit einem anderen Programm zu öffnen.</translation>
    </message>
    <message>
        <source>Save a copy …</source>
        <translation>Kopie speichern …</translation>
    </message>
    <message>
        <source>Save as PDF …</source>
        <translation>Als PDF speichern …</translation>
    </message>
    <message>
        <source>Saved as “{name}”.</source>
        <translation>Als „{name}“ gespeichert.</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Wird gespeichert</translation>
    </message>
    <message>
        <source>Show choices</source>
        <translation>Auswahl zeigen</translation>
    </message>
    <message>
        <source>Show choices ({key})</source>
        <translation>Auswahl zeigen ({key})</translation>
    </message>
    <message>
        <source>Show what is typed</source>
        <translation>Eingabe anzeigen</translation>
    </message>
    <message>
        <source>Show where the values come from</source>
        <translation>Zeigen, woher die Werte kommen</translation>
    </message>
    <message>
        <source>Shows the record as it is stored</source>
        <translation>Zeigt den Datensatz, wie er gespeichert ist</translation>
    </message>
    <message>
        <source>Someone else changed this record while you were editing it.</source>
        <translation>Jemand anders hat diesen Datensatz während der Bearbeitung geändert.</translation>
    </message>
    <message>
        <source>State or region</source>
        <translation>Bundesland oder Region</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
    <message>
        <source>Still needed</source>
        <translation>Wird noch gebraucht</translation>
    </message>
    <message>
        <source>Street and number</source>
        <translation>Straße und Hausnummer</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>Ausgesetzt</translation>
    </message>
    <message>
        <source>Table missing</source>
        <translation>Tabelle fehlt</translation>
    </message>
    <message>
        <source>Take the file out</source>
        <translation>Datei herausnehmen</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Anderen übernehmen</translation>
    </message>
    <message>
        <source>The beginning of {characters} characters, too many to edit here. Saving leaves them as they are.</source>
        <translation>Der Anfang von {characters} Zeichen, zu viele, um sie hier zu bearbeiten. Beim Speichern bleiben sie, wie sie sind.</translation>
    </message>
    <message>
        <source>The column {key} is missing in this database.</source>
        <translation>Die Spalte {key} fehlt in dieser Datenbank.</translation>
    </message>
    <message>
        <source>The column {name} holds the other fields of this form and cannot be edited as a whole here.</source>
        <translation>Die Spalte {name} enthält die übrigen Felder dieses Formulars und lässt sich hier nicht als Ganzes bearbeiten.</translation>
    </message>
    <message>
        <source>The example has no “schema” with “properties”.</source>
        <translation>Das Beispiel hat kein „schema“ mit „properties“.</translation>
    </message>
    <message>
        <source>The example is no object with “schema”, “uischema” and “data”.</source>
        <translation>Das Beispiel ist kein Objekt mit „schema“, „uischema“ und „data“.</translation>
    </message>
    <message>
        <source>The example {error}.</source>
        <translation>Das Beispiel {error}.</translation>
    </message>
    <message>
        <source>The fields stand in other places</source>
        <translation>Die Felder stehen an anderen Stellen</translation>
    </message>
    <message>
        <source>The form in which this was typed is closed.</source>
        <translation>Das Formular, in das dies eingegeben wurde, ist geschlossen.</translation>
    </message>
    <message>
        <source>The form is called “{new}”, was “{old}”</source>
        <translation>Das Formular heißt „{new}“, vorher „{old}“</translation>
    </message>
    <message>
        <source>The form “{form_type}” has no version {number}.</source>
        <translation>Das Formular „{form_type}“ hat keine Version {number}.</translation>
    </message>
    <message>
        <source>The form “{form}” writes to the table “{table}”, which is unknown.</source>
        <translation>Das Formular „{form}“ schreibt in die Tabelle „{table}“, und die ist unbekannt.</translation>
    </message>
    <message>
        <source>The form “{title}” is not of these records.</source>
        <translation>Das Formular „{title}“ gehört nicht zu diesen Datensätzen.</translation>
    </message>
    <message>
        <source>The form “{title}” keeps no records.</source>
        <translation>Das Formular „{title}“ speichert keine Datensätze.</translation>
    </message>
    <message>
        <source>The persona “{persona}” may not publish forms (permission {permission}).</source>
        <translation>Die Persona „{persona}“ darf keine Formulare veröffentlichen (Berechtigung {permission}).</translation>
    </message>
    <message>
        <source>The schema has more than {most} fields</source>
        <translation>Das Schema hat mehr als {most} Felder</translation>
    </message>
    <message>
        <source>The table {table} has no place for this field.</source>
        <translation>Die Tabelle {table} hat für dieses Feld keinen Platz.</translation>
    </message>
    <message>
        <source>The table “{table}” is not in this database.</source>
        <translation>Die Tabelle „{table}“ gibt es in dieser Datenbank nicht.</translation>
    </message>
    <message>
        <source>The template “{best}” is not applied: its configuration is no object</source>
        <translation>Die Vorlage „{best}“ wird nicht angewendet: ihre Konfiguration ist kein Objekt</translation>
    </message>
    <message>
        <source>The values are stored in another place</source>
        <translation>Die Werte werden an anderer Stelle gespeichert</translation>
    </message>
    <message>
        <source>There is no field “{key}”</source>
        <translation>Es gibt kein Feld „{key}“</translation>
    </message>
    <message>
        <source>There is no problem in this form.</source>
        <translation>In diesem Formular gibt es kein Problem.</translation>
    </message>
    <message>
        <source>There is nothing to choose</source>
        <translation>Es gibt nichts auszuwählen</translation>
    </message>
    <message>
        <source>These are not rows of “{table}”.</source>
        <translation>Dies sind keine Zeilen von „{table}“.</translation>
    </message>
    <message>
        <source>These choices cannot be read: {reason}.</source>
        <translation>Diese Auswahl kann nicht gelesen werden: {reason}.</translation>
    </message>
    <message>
        <source>This database has no room for files</source>
        <translation>Diese Datenbank hat keinen Platz für Dateien</translation>
    </message>
    <message>
        <source>This database has no room for versions of forms</source>
        <translation>Diese Datenbank hat keinen Platz für Versionen von Formularen</translation>
    </message>
    <message>
        <source>This field cannot be used: its {name} is no object.</source>
        <translation>Dieses Feld ist nicht verwendbar: {name} ist kein Objekt.</translation>
    </message>
    <message>
        <source>This field {bad}.</source>
        <translation>Dieses Feld {bad}.</translation>
    </message>
    <message>
        <source>This field {unfit}.</source>
        <translation>Dieses Feld {unfit}.</translation>
    </message>
    <message>
        <source>This part of your own record is changed by an administrator.</source>
        <translation>Diesen Teil des eigenen Datensatzes ändert die Administration.</translation>
    </message>
    <message>
        <source>Type to search</source>
        <translation>Zum Suchen tippen</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Unknown form</source>
        <translation>Unbekanntes Formular</translation>
    </message>
    <message>
        <source>Unknown table</source>
        <translation>Unbekannte Tabelle</translation>
    </message>
    <message>
        <source>Version {number} comes into force on {day}: the next one must come later.</source>
        <translation>Version {number} tritt am {day} in Kraft: Die nächste muss später kommen.</translation>
    </message>
    <message>
        <source>Version {n}</source>
        <translation>Version {n}</translation>
    </message>
    <message>
        <source>Wait until “{name}” is added, or take it out</source>
        <translation>Warten Sie, bis „{name}“ hinzugefügt ist, oder nehmen Sie die Datei heraus</translation>
    </message>
    <message>
        <source>Where the record comes from another database, its files did not come with it.</source>
        <translation>Kommt der Datensatz aus einer anderen Datenbank, kamen seine Dateien nicht mit.</translation>
    </message>
    <message>
        <source>With this, fields wait for each other in a ring: {way}</source>
        <translation>Damit warten Felder im Kreis aufeinander: {way}</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>You have unsaved changes</source>
        <translation>Es gibt ungespeicherte Änderungen</translation>
    </message>
    <message>
        <source>a single value</source>
        <translation>ein einzelner Wert</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>and {more} more</source>
        <translation>und {more} weitere</translation>
    </message>
    <message>
        <source>at most {size} each</source>
        <translation>je höchstens {size}</translation>
    </message>
    <message>
        <source>audio</source>
        <translation>Audio</translation>
    </message>
    <message>
        <source>can have at most {digits} digits before the decimal point</source>
        <translation>darf höchstens {digits} Stellen vor dem Komma haben</translation>
    </message>
    <message>
        <source>can have at most {max_length} characters</source>
        <translation>darf höchstens {max_length} Zeichen haben</translation>
    </message>
    <message numerus="yes">
        <source>can have at most {n} characters</source>
        <extracomment>can have at most {n} character</extracomment>
        <translation>
            <numerusform>darf höchstens {n} Zeichen haben</numerusform>
            <numerusform>darf höchstens {n} Zeichen haben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>can have at most {n} choices</source>
        <extracomment>can have at most {n} choice</extracomment>
        <translation>
            <numerusform>darf höchstens {n} Wert haben</numerusform>
            <numerusform>darf höchstens {n} Werte haben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>can have at most {n} decimals</source>
        <extracomment>can have at most {n} decimal</extracomment>
        <translation>
            <numerusform>darf höchstens {n} Nachkommastelle haben</numerusform>
            <numerusform>darf höchstens {n} Nachkommastellen haben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>can have at most {n} files</source>
        <extracomment>can have at most {n} file</extracomment>
        <translation>
            <numerusform>kann höchstens {n} Datei haben</numerusform>
            <numerusform>kann höchstens {n} Dateien haben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>can have at most {n} items</source>
        <extracomment>can have at most {n} item</extracomment>
        <translation>
            <numerusform>darf höchstens {n} Eintrag haben</numerusform>
            <numerusform>darf höchstens {n} Einträge haben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>can have at most {n} tags</source>
        <extracomment>can have at most {n} tag</extracomment>
        <translation>
            <numerusform>darf höchstens {n} Schlagwort haben</numerusform>
            <numerusform>darf höchstens {n} Schlagwörter haben</numerusform>
        </translation>
    </message>
    <message>
        <source>can have at most {scale} decimals</source>
        <translation>darf höchstens {scale} Nachkommastellen haben</translation>
    </message>
    <message>
        <source>cannot be stored in a column of type {sql_type}</source>
        <translation>lässt sich nicht in einer Spalte vom Typ {sql_type} speichern</translation>
    </message>
    <message>
        <source>cannot be stored: {name} of this record holds {obstacle} where the form keeps its fields</source>
        <translation>lässt sich nicht speichern: {name} dieses Datensatzes enthält {obstacle}, wo das Formular seine Felder ablegt</translation>
    </message>
    <message numerus="yes">
        <source>cannot be stored: {records} hold something else where it would be kept</source>
        <extracomment>cannot be stored: {records} holds something else where it would be kept</extracomment>
        <translation>
            <numerusform>lässt sich nicht speichern: {records} enthält etwas anderes an dieser Stelle</numerusform>
            <numerusform>lässt sich nicht speichern: {records} enthalten etwas anderes an dieser Stelle</numerusform>
        </translation>
    </message>
    <message>
        <source>cannot be used: it computes the name of what it reads</source>
        <translation>kann nicht verwendet werden: sie berechnet den Namen dessen, was sie liest</translation>
    </message>
    <message>
        <source>cannot be used: its schema is no object</source>
        <translation>kann nicht verwendet werden: ihr Schema ist kein Objekt</translation>
    </message>
    <message>
        <source>cannot be used: no rule says “{word}”</source>
        <translation>kann nicht verwendet werden: keine Regel sagt „{word}“</translation>
    </message>
    <message>
        <source>cannot be used: not a valid assertion</source>
        <translation>nicht verwendbar: keine gültige Bedingung</translation>
    </message>
    <message>
        <source>cannot be used: {reason}</source>
        <translation>nicht verwendbar: {reason}</translation>
    </message>
    <message>
        <source>cannot hold files or choices from a table: give them fields of their own</source>
        <translation>kann keine Dateien und keine Auswahl aus einer Tabelle enthalten: Geben Sie ihnen eigene Felder</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>geschlossen</translation>
    </message>
    <message>
        <source>contains a character that cannot be stored</source>
        <translation>enthält ein Zeichen, das sich nicht speichern lässt</translation>
    </message>
    <message>
        <source>deletion of {named}</source>
        <translation>Löschen: {named}</translation>
    </message>
    <message>
        <source>depends on {labels}, which differ too much here</source>
        <translation>hängt von {labels} ab, und das ist hier zu verschieden</translation>
    </message>
    <message>
        <source>field type</source>
        <translation>Feldtyp</translation>
    </message>
    <message>
        <source>has a filter that cannot be used: {reason}</source>
        <translation>hat einen Filter, der nicht verwendet werden kann: {reason}</translation>
    </message>
    <message>
        <source>has choices for a field that offers none</source>
        <translation>hat Auswahlwerte für ein Feld, das keine anbietet</translation>
    </message>
    <message>
        <source>has choices whose “{name}” is no list of names</source>
        <translation>hat eine Auswahl, deren „{name}“ keine Liste von Namen ist</translation>
    </message>
    <message>
        <source>has more than {most} files</source>
        <translation>hat mehr als {most} Dateien</translation>
    </message>
    <message>
        <source>has more than {most} rows</source>
        <translation>hat mehr als {most} Zeilen</translation>
    </message>
    <message>
        <source>has no choices</source>
        <translation>hat keine Auswahl</translation>
    </message>
    <message>
        <source>has no fields for its rows</source>
        <translation>hat keine Felder für seine Zeilen</translation>
    </message>
    <message>
        <source>has no fields in it</source>
        <translation>hat keine Felder darin</translation>
    </message>
    <message>
        <source>has no rule to compute it</source>
        <translation>hat keine Regel, die es berechnet</translation>
    </message>
    <message>
        <source>has options that are no list</source>
        <translation>hat Optionen, die keine Liste sind</translation>
    </message>
    <message>
        <source>has the same item twice</source>
        <translation>hat denselben Eintrag zweimal</translation>
    </message>
    <message>
        <source>is no list of kinds such as .pdf and image/*</source>
        <translation>ist keine Liste von Arten wie .pdf und image/*</translation>
    </message>
    <message>
        <source>is no number of bytes</source>
        <translation>ist keine Anzahl von Bytes</translation>
    </message>
    <message>
        <source>is no object</source>
        <translation>ist kein Objekt</translation>
    </message>
    <message>
        <source>is not a date</source>
        <translation>ist kein Datum</translation>
    </message>
    <message>
        <source>is not a known rule</source>
        <translation>ist keine bekannte Regel</translation>
    </message>
    <message>
        <source>is not a number</source>
        <translation>ist keine Zahl</translation>
    </message>
    <message>
        <source>is not valid: {reason}</source>
        <translation>ist nicht gültig: {reason}</translation>
    </message>
    <message>
        <source>is required</source>
        <translation>ist erforderlich</translation>
    </message>
    <message>
        <source>its rules are not valid</source>
        <translation>die Regeln sind nicht gültig</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>must be a UUID</source>
        <translation>muss eine UUID sein</translation>
    </message>
    <message>
        <source>must be a UUID such as 6f1c1d2e-8a4b-4c59-9d3e-2b7a90c1f3d4</source>
        <translation>muss eine UUID wie 6f1c1d2e-8a4b-4c59-9d3e-2b7a90c1f3d4 sein</translation>
    </message>
    <message>
        <source>must be a colour such as #1A6BC4</source>
        <translation>muss eine Farbe wie #1A6BC4 sein</translation>
    </message>
    <message>
        <source>must be a date</source>
        <translation>muss ein Datum sein</translation>
    </message>
    <message>
        <source>must be a date and time</source>
        <translation>muss Datum und Uhrzeit sein</translation>
    </message>
    <message>
        <source>must be a date and time such as 2026-01-31 14:30</source>
        <translation>muss Datum und Uhrzeit sein, etwa 31.01.2026 14:30</translation>
    </message>
    <message>
        <source>must be a date such as 2026-01-31</source>
        <translation>muss ein Datum sein, etwa 31.01.2026</translation>
    </message>
    <message>
        <source>must be a duration such as 1h 30min or 2 days</source>
        <translation>muss eine Dauer wie 1h 30min oder 2 days sein</translation>
    </message>
    <message>
        <source>must be a host name</source>
        <translation>muss ein Rechnername sein</translation>
    </message>
    <message>
        <source>must be a list of files</source>
        <translation>muss eine Liste von Dateien sein</translation>
    </message>
    <message>
        <source>must be a list of rows</source>
        <translation>muss eine Liste von Zeilen sein</translation>
    </message>
    <message>
        <source>must be a list of texts</source>
        <translation>muss eine Liste von Texten sein</translation>
    </message>
    <message>
        <source>must be a multiple of {step}</source>
        <translation>muss ein Vielfaches von {step} sein</translation>
    </message>
    <message>
        <source>must be a number</source>
        <translation>muss eine Zahl sein</translation>
    </message>
    <message>
        <source>must be a number of reasonable size</source>
        <translation>muss eine Zahl vernünftiger Größe sein</translation>
    </message>
    <message>
        <source>must be a phone number such as +1 555 010 0199</source>
        <translation>muss eine Telefonnummer sein, etwa +1 555 010 0199</translation>
    </message>
    <message>
        <source>must be a plain list</source>
        <translation>muss eine einfache Liste sein</translation>
    </message>
    <message>
        <source>must be a time such as 14:30</source>
        <translation>muss eine Uhrzeit wie 14:30 sein</translation>
    </message>
    <message>
        <source>must be a web address</source>
        <translation>muss eine Webadresse sein</translation>
    </message>
    <message>
        <source>must be a web address such as https://example.com</source>
        <translation>muss eine Webadresse sein, etwa https://example.com</translation>
    </message>
    <message>
        <source>must be a whole number</source>
        <translation>muss eine ganze Zahl sein</translation>
    </message>
    <message>
        <source>must be after {value}</source>
        <translation>muss nach {value} liegen</translation>
    </message>
    <message>
        <source>must be an IPv4 address</source>
        <translation>muss eine IPv4-Adresse sein</translation>
    </message>
    <message>
        <source>must be an address</source>
        <translation>muss eine Adresse sein</translation>
    </message>
    <message>
        <source>must be an e-mail address</source>
        <translation>muss eine E-Mail-Adresse sein</translation>
    </message>
    <message>
        <source>must be an e-mail address such as name@example.com</source>
        <translation>muss eine E-Mail-Adresse sein, etwa name@example.com</translation>
    </message>
    <message>
        <source>must be an object with its fields</source>
        <translation>muss ein Objekt mit seinen Feldern sein</translation>
    </message>
    <message>
        <source>must be before {value}</source>
        <translation>muss vor {value} liegen</translation>
    </message>
    <message>
        <source>must be between {value} and {limit}</source>
        <translation>muss zwischen {value} und {limit} liegen</translation>
    </message>
    <message>
        <source>must be in the format “{format}”</source>
        <translation>muss das Format „{format}“ haben</translation>
    </message>
    <message>
        <source>must be less than {value}</source>
        <translation>muss kleiner als {value} sein</translation>
    </message>
    <message>
        <source>must be more than {value}</source>
        <translation>muss größer als {value} sein</translation>
    </message>
    <message>
        <source>must be one of its choices</source>
        <translation>muss zur Auswahl gehören</translation>
    </message>
    <message>
        <source>must be one of {choices}</source>
        <translation>muss eines sein von {choices}</translation>
    </message>
    <message>
        <source>must be one value or a plain list</source>
        <translation>muss ein Wert oder eine einfache Liste sein</translation>
    </message>
    <message>
        <source>must be text</source>
        <translation>muss Text sein</translation>
    </message>
    <message>
        <source>must be yes or no</source>
        <translation>muss Ja oder Nein sein</translation>
    </message>
    <message>
        <source>must be {value}</source>
        <translation>muss {value} sein</translation>
    </message>
    <message>
        <source>must be {value} or earlier</source>
        <translation>muss {value} oder früher sein</translation>
    </message>
    <message>
        <source>must be {value} or later</source>
        <translation>muss {value} oder später sein</translation>
    </message>
    <message>
        <source>must be {value} or less</source>
        <translation>muss {value} oder weniger sein</translation>
    </message>
    <message>
        <source>must be {value} or more</source>
        <translation>muss {value} oder mehr sein</translation>
    </message>
    <message numerus="yes">
        <source>must have at least {n} characters</source>
        <extracomment>must have at least {n} character</extracomment>
        <translation>
            <numerusform>muss mindestens {n} Zeichen haben</numerusform>
            <numerusform>muss mindestens {n} Zeichen haben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>must have at least {n} choices</source>
        <extracomment>must have at least {n} choice</extracomment>
        <translation>
            <numerusform>muss mindestens {n} Wert haben</numerusform>
            <numerusform>muss mindestens {n} Werte haben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>must have at least {n} files</source>
        <extracomment>must have at least {n} file</extracomment>
        <translation>
            <numerusform>muss mindestens {n} Datei haben</numerusform>
            <numerusform>muss mindestens {n} Dateien haben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>must have at least {n} items</source>
        <extracomment>must have at least {n} item</extracomment>
        <translation>
            <numerusform>muss mindestens {n} Eintrag haben</numerusform>
            <numerusform>muss mindestens {n} Einträge haben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>must have at least {n} tags</source>
        <extracomment>must have at least {n} tag</extracomment>
        <translation>
            <numerusform>muss mindestens {n} Schlagwort haben</numerusform>
            <numerusform>muss mindestens {n} Schlagwörter haben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>must have at least {n} words</source>
        <extracomment>must have at least {n} word</extracomment>
        <translation>
            <numerusform>muss mindestens {n} Wort haben</numerusform>
            <numerusform>muss mindestens {n} Wörter haben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>must have at most {n} words</source>
        <extracomment>must have at most {n} word</extracomment>
        <translation>
            <numerusform>darf höchstens {n} Wort haben</numerusform>
            <numerusform>darf höchstens {n} Wörter haben</numerusform>
        </translation>
    </message>
    <message>
        <source>must look like “{example}”</source>
        <translation>muss aussehen wie „{example}“</translation>
    </message>
    <message>
        <source>must match the pattern {pattern}</source>
        <translation>muss dem Muster {pattern} entsprechen</translation>
    </message>
    <message>
        <source>names no fields</source>
        <translation>nennt keine Felder</translation>
    </message>
    <message>
        <source>names no table, value and label for its choices</source>
        <translation>nennt für seine Auswahl keine Tabelle mit value und label</translation>
    </message>
    <message>
        <source>needs “dependsOn” and “value”</source>
        <translation>braucht „dependsOn“ und „value“</translation>
    </message>
    <message>
        <source>new {kind} {name}</source>
        <translation>Neu: {kind} {name}</translation>
    </message>
    <message>
        <source>not valid</source>
        <translation>nicht gültig</translation>
    </message>
    <message>
        <source>of the layout</source>
        <translation>des Layouts</translation>
    </message>
    <message>
        <source>pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>takes no value</source>
        <translation>nimmt keinen Wert an</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>texts</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>wants a value that no field has</source>
        <translation>verlangt einen Wert, den kein Feld hat</translation>
    </message>
    <message numerus="yes">
        <source>{count} rows</source>
        <extracomment>{count} row</extracomment>
        <translation>
            <numerusform>{count} Zeile</numerusform>
            <numerusform>{count} Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>{fields} of {records}</source>
        <translation>{fields} ({records})</translation>
    </message>
    <message>
        <source>{filled} of {fields} filled</source>
        <translation>{filled} von {fields} ausgefüllt</translation>
    </message>
    <message>
        <source>{form} of {person}</source>
        <translation>{form} von {person}</translation>
    </message>
    <message>
        <source>{key}: /ui_props/conditional waits for the field “{master}”, which is not there</source>
        <translation>{key}: /ui_props/conditional wartet auf das Feld „{master}“, das es nicht gibt</translation>
    </message>
    <message>
        <source>{key}: /ui_props/layout is no object</source>
        <translation>{key}: /ui_props/layout ist kein Objekt</translation>
    </message>
    <message>
        <source>{key}: rows stand in rows, more than {most} deep</source>
        <translation>{key}: Zeilen stehen in Zeilen, mehr als {most} tief</translation>
    </message>
    <message>
        <source>{key}: waits for itself ({way}), and does not any more</source>
        <translation>{key}: wartet auf sich selbst ({way}); das gilt jetzt nicht mehr</translation>
    </message>
    <message>
        <source>{key}: {place} is no object</source>
        <translation>{key}: {place} ist kein Objekt</translation>
    </message>
    <message>
        <source>{key}: {place} names the unknown field “{name}”</source>
        <translation>{key}: {place} nennt das unbekannte Feld „{name}“</translation>
    </message>
    <message>
        <source>{label} ({n} of {count})</source>
        <translation>{label} ({n} von {count})</translation>
    </message>
    <message>
        <source>{label} applies only where {condition}</source>
        <translation>{label} gilt nur unter dieser Bedingung: {condition}</translation>
    </message>
    <message>
        <source>{label} can be edited</source>
        <translation>{label} kann bearbeitet werden</translation>
    </message>
    <message>
        <source>{label} can be read only</source>
        <translation>{label} kann nur gelesen werden</translation>
    </message>
    <message>
        <source>{label} cannot be changed here</source>
        <translation>{label} lässt sich hier nicht ändern</translation>
    </message>
    <message>
        <source>{label} cannot be checked: {unfit}</source>
        <translation>{label} lässt sich nicht prüfen: {unfit}</translation>
    </message>
    <message>
        <source>{label} cannot be checked: {validator}</source>
        <translation>{label} lässt sich nicht prüfen: {validator}</translation>
    </message>
    <message>
        <source>{label} cannot be computed: {reason}</source>
        <translation>{label} lässt sich nicht berechnen: {reason}</translation>
    </message>
    <message>
        <source>{label} does not apply to these records</source>
        <translation>{label} gilt für diese Datensätze nicht</translation>
    </message>
    <message>
        <source>{label} does not offer {choices} any more</source>
        <translation>{label} bietet {choices} nicht mehr an</translation>
    </message>
    <message>
        <source>{label} follows from it: change these records one by one</source>
        <translation>{label} ergibt sich daraus: bitte diese Datensätze einzeln ändern</translation>
    </message>
    <message>
        <source>{label} has no record {record_id}.</source>
        <translation>„{label}“ hat keinen Datensatz {record_id}.</translation>
    </message>
    <message>
        <source>{label} has room for {most} characters; the rest was left out</source>
        <translation>{label} hat Platz für {most} Zeichen; der Rest wurde weggelassen</translation>
    </message>
    <message>
        <source>{label} is added</source>
        <translation>{label} kommt hinzu</translation>
    </message>
    <message>
        <source>{label} is already used by another record</source>
        <translation>{label} gehört schon zu einem anderen Datensatz</translation>
    </message>
    <message>
        <source>{label} is checked by fewer rules</source>
        <translation>{label} wird von weniger Regeln geprüft</translation>
    </message>
    <message>
        <source>{label} is checked by more rules</source>
        <translation>{label} wird von mehr Regeln geprüft</translation>
    </message>
    <message>
        <source>{label} is checked by other rules</source>
        <translation>{label} wird von anderen Regeln geprüft</translation>
    </message>
    <message>
        <source>{label} is chosen beside {other}: give both a value</source>
        <translation>{label} wird passend zu {other} gewählt: Geben Sie beiden einen Wert</translation>
    </message>
    <message>
        <source>{label} is computed, and {reason}</source>
        <translation>{label} wird berechnet, aber der Wert {reason}</translation>
    </message>
    <message>
        <source>{label} is explained in other words</source>
        <translation>{label} wird mit anderen Worten erklärt</translation>
    </message>
    <message>
        <source>{label} is of the kind {new}, was {old}</source>
        <translation>{label} ist von der Art {new}, vorher {old}</translation>
    </message>
    <message>
        <source>{label} is removed</source>
        <translation>{label} fällt weg</translation>
    </message>
    <message>
        <source>{label} is required</source>
        <translation>{label} ist erforderlich</translation>
    </message>
    <message>
        <source>{label} may be empty</source>
        <translation>{label} darf leer sein</translation>
    </message>
    <message>
        <source>{label} must be {first} or later</source>
        <translation>{label} muss {first} oder später sein</translation>
    </message>
    <message>
        <source>{label} must be {last} or earlier</source>
        <translation>{label} muss {last} oder früher sein</translation>
    </message>
    <message>
        <source>{label} names an hour that the clocks skip on that day</source>
        <translation>{label} nennt eine Stunde, die die Uhren an diesem Tag überspringen</translation>
    </message>
    <message>
        <source>{label} offers {choices}, too</source>
        <translation>{label} bietet auch {choices} an</translation>
    </message>
    <message>
        <source>{label} shows, is computed or begins by other rules</source>
        <translation>{label} wird nach anderen Regeln gezeigt, berechnet oder vorbelegt</translation>
    </message>
    <message>
        <source>{label} takes its choices differently</source>
        <translation>{label} nimmt seine Auswahl auf andere Weise</translation>
    </message>
    <message>
        <source>{label} “{as_text}” is not one of the choices</source>
        <translation>{label} „{as_text}“ gehört nicht zur Auswahl</translation>
    </message>
    <message>
        <source>{label} “{typed}” is not one of the choices</source>
        <translation>{label} „{typed}“ gehört nicht zur Auswahl</translation>
    </message>
    <message>
        <source>{label}, row {number}</source>
        <translation>{label}, Zeile {number}</translation>
    </message>
    <message>
        <source>{label}, row {number}: {message}</source>
        <translation>{label}, Zeile {number}: {message}</translation>
    </message>
    <message>
        <source>{label}: a check cannot be asked: {reason}</source>
        <translation>{label}: Eine Prüfung lässt sich nicht ausführen: {reason}</translation>
    </message>
    <message>
        <source>{label}: further rows need attention</source>
        <translation>{label}: Weitere Zeilen brauchen Aufmerksamkeit</translation>
    </message>
    <message>
        <source>{label}: it must hold that {words}</source>
        <translation>{label}: Es muss gelten: {words}</translation>
    </message>
    <message>
        <source>{label}: the condition {name} cannot be asked: {reason}</source>
        <translation>{label}: Die Bedingung {name} lässt sich nicht prüfen: {reason}</translation>
    </message>
    <message>
        <source>{label}: {limit} does not hold any more</source>
        <translation>{label}: {limit} gilt nicht mehr</translation>
    </message>
    <message>
        <source>{label}: {limit} is {new}</source>
        <translation>{label}: {limit} ist {new}</translation>
    </message>
    <message>
        <source>{label}: {limit} is {new}, was {old}</source>
        <translation>{label}: {limit} ist {new}, vorher {old}</translation>
    </message>
    <message>
        <source>{label}: {message}</source>
        <translation>{label}: {message}</translation>
    </message>
    <message>
        <source>{label}: {part} is required</source>
        <translation>{label}: {part} ist erforderlich</translation>
    </message>
    <message>
        <source>{label}: “{name}” is not stored here: add it again</source>
        <translation>{label}: „{name}“ ist hier nicht gespeichert: Fügen Sie die Datei erneut hinzu</translation>
    </message>
    <message>
        <source>{label}: “{old}” is called “{new}”</source>
        <translation>{label}: „{old}“ heißt „{new}“</translation>
    </message>
    <message>
        <source>{message}: change {label} as well</source>
        <translation>{message}: auch {label} ändern</translation>
    </message>
    <message>
        <source>{name} of {title} (not saved)</source>
        <translation>{name} von {title} (nicht gespeichert)</translation>
    </message>
    <message numerus="yes">
        <source>{n} problems</source>
        <extracomment>{n} problem</extracomment>
        <translation>
            <numerusform>{n} Problem</numerusform>
            <numerusform>{n} Probleme</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} stars</source>
        <extracomment>{n} star</extracomment>
        <translation>
            <numerusform>{n} Stern</numerusform>
            <numerusform>{n} Sterne</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} values need attention</source>
        <extracomment>One value needs attention</extracomment>
        <translation>
            <numerusform>Ein Wert braucht Aufmerksamkeit</numerusform>
            <numerusform>{n} Werte brauchen Aufmerksamkeit</numerusform>
        </translation>
    </message>
    <message>
        <source>{place} has more than {most} entries</source>
        <translation>{place} hat mehr als {most} Einträge</translation>
    </message>
    <message>
        <source>{place} has no text</source>
        <translation>{place} hat keinen Text</translation>
    </message>
    <message>
        <source>{place} has no “assert”</source>
        <translation>{place} hat kein „assert“</translation>
    </message>
    <message>
        <source>{place} has no “effect”</source>
        <translation>{place} hat kein „effect“</translation>
    </message>
    <message>
        <source>{place} has no “when”</source>
        <translation>{place} hat kein „when“</translation>
    </message>
    <message>
        <source>{place} is no list</source>
        <translation>{place} ist keine Liste</translation>
    </message>
    <message>
        <source>{place} is no object</source>
        <translation>{place} ist kein Objekt</translation>
    </message>
    <message>
        <source>{place} is no part of a layout</source>
        <translation>{place} ist kein Teil eines Layouts</translation>
    </message>
    <message>
        <source>{place} is none of {known}</source>
        <translation>{place} ist keines von {known}</translation>
    </message>
    <message>
        <source>{place} names the field “{key}”, which is not there</source>
        <translation>{place} nennt das Feld „{key}“, das es nicht gibt</translation>
    </message>
    <message>
        <source>{place} needs “engine” and “rule”</source>
        <translation>{place} braucht „engine“ und „rule“</translation>
    </message>
    <message>
        <source>{place} shows the field “{key}” a second time</source>
        <translation>{place} zeigt das Feld „{key}“ ein zweites Mal</translation>
    </message>
    <message>
        <source>{place}/elements is no list</source>
        <translation>{place}/elements ist keine Liste</translation>
    </message>
    <message>
        <source>{place}: the layout is too large here</source>
        <translation>{place}: Das Layout ist hier zu groß</translation>
    </message>
    <message>
        <source>{place}: “{kind}” is no part of a form</source>
        <translation>{place}: „{kind}“ ist kein Teil eines Formulars</translation>
    </message>
    <message>
        <source>{place}{where} has an effect that no layout has</source>
        <translation>{place}{where} hat eine Wirkung, die kein Layout hat</translation>
    </message>
    <message numerus="yes">
        <source>{records} are referred to by {named}. Nothing was deleted.</source>
        <extracomment>{records} is referred to by {named}. Nothing was deleted.</extracomment>
        <translation>
            <numerusform>Auf {records} verweist noch etwas: {named}. Nichts wurde gelöscht.</numerusform>
            <numerusform>Auf {records} verweist noch etwas: {named}. Nichts wurde gelöscht.</numerusform>
        </translation>
    </message>
    <message>
        <source>{text} for {label} “{as_text}”</source>
        <translation>{text} für {label} „{as_text}“</translation>
    </message>
    <message>
        <source>{text}. It stays as it is until you change it.</source>
        <translation>{text}. Der Wert bleibt, bis er geändert wird.</translation>
    </message>
    <message>
        <source>{title}: versions side by side</source>
        <translation>{title}: Versionen nebeneinander</translation>
    </message>
    <message>
        <source>“conditional”</source>
        <translation>„conditional“</translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation>„{name}“</translation>
    </message>
    <message>
        <source>“{name}” cannot be read or written: {reason}</source>
        <translation>„{name}“ kann nicht gelesen oder geschrieben werden: {reason}</translation>
    </message>
    <message>
        <source>“{name}” cannot be shown: it is damaged, or too large</source>
        <translation>„{name}“ kann nicht gezeigt werden: beschädigt oder zu groß</translation>
    </message>
    <message>
        <source>“{name}” cannot be shown: it is protected or damaged</source>
        <translation>„{name}“ kann nicht gezeigt werden: geschützt oder beschädigt</translation>
    </message>
    <message>
        <source>“{name}” has {size}; at most {most} can be added</source>
        <translation>„{name}“ hat {size}; höchstens {most} können hinzugefügt werden</translation>
    </message>
    <message>
        <source>“{name}” is a folder</source>
        <translation>„{name}“ ist ein Ordner</translation>
    </message>
    <message>
        <source>“{name}” is added.</source>
        <translation>„{name}“ ist hinzugefügt.</translation>
    </message>
    <message>
        <source>“{name}” is empty</source>
        <translation>„{name}“ ist leer</translation>
    </message>
    <message>
        <source>“{name}” is no file that can be read</source>
        <translation>„{name}“ ist keine lesbare Datei</translation>
    </message>
    <message>
        <source>“{name}” is not stored in this database, or is damaged</source>
        <translation>„{name}“ ist in dieser Datenbank nicht gespeichert oder beschädigt</translation>
    </message>
    <message>
        <source>“{name}” is of the kind {kind}; {kinds} can be added</source>
        <translation>„{name}“ ist von der Art {kind}; hinzugefügt werden können {kinds}</translation>
    </message>
    <message>
        <source>“{name}” is too large to be shown here</source>
        <translation>„{name}“ ist zu groß, um hier gezeigt zu werden</translation>
    </message>
    <message>
        <source>“{name}” was changed while it was read</source>
        <translation>„{name}“ wurde beim Lesen geändert</translation>
    </message>
    <message>
        <source>“{old}” is called “{new}”</source>
        <translation>„{old}“ heißt „{new}“</translation>
    </message>
    <message>
        <source>“{table}” does not say on which days its rows are valid</source>
        <translation>„{table}“ sagt nicht, an welchen Tagen die Zeilen gelten</translation>
    </message>
    <message>
        <source>“{table}” has no column “{name}”</source>
        <translation>„{table}“ hat keine Spalte „{name}“</translation>
    </message>
    <message>
        <source>“{text}”</source>
        <translation>„{text}“</translation>
    </message>
    <message>
        <source>“{title}” is as it was published in version {number}.</source>
        <translation>„{title}“ ist, wie es in Version {number} veröffentlicht wurde.</translation>
    </message>
</context>
<context>
    <name>help</name>
    <message>
        <source>Built for {built}: install the program anew.</source>
        <translation>Gebaut für {built}: das Programm neu installieren.</translation>
    </message>
    <message>
        <source>Copies the report without passwords, account names and your folders.</source>
        <translation>Kopiert den Bericht ohne Kennwörter, Kontonamen und eigene Ordner.</translation>
    </message>
    <message>
        <source>Copy redacted</source>
        <translation>Geschwärzt kopieren</translation>
    </message>
    <message>
        <source>Ctrl+K opens the palette: tabs, records, personas and every command, by a few letters of their name. The keys for a command stand beside it.</source>
        <translation>Strg+K öffnet die Befehlspalette: Tabs, Datensätze, Personas und jeder Befehl, mit ein paar Buchstaben des Namens. Die Tasten eines Befehls stehen daneben.</translation>
    </message>
    <message>
        <source>Ctrl+Z takes back what was stored: one cell, a hundred records changed together, a whole import. The menu names what would be undone.</source>
        <translation>Strg+Z nimmt Gespeichertes zurück: eine Zelle, hundert zusammen geänderte Datensätze, einen ganzen Import. Das Menü nennt, was rückgängig gemacht würde.</translation>
    </message>
    <message>
        <source>Diagnose</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>Bildschirm</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>Fertig.</translation>
    </message>
    <message>
        <source>Each line says what was looked at, what was found, and what to do.</source>
        <translation>Jede Zeile sagt, was geprüft wurde, was sich fand und was zu tun ist.</translation>
    </message>
    <message>
        <source>Edit where it stands</source>
        <translation>An Ort und Stelle bearbeiten</translation>
    </message>
    <message>
        <source>End the tour</source>
        <translation>Rundgang beenden</translation>
    </message>
    <message>
        <source>End the tour?</source>
        <translation>Den Rundgang beenden?</translation>
    </message>
    <message>
        <source>Ends the tour.</source>
        <translation>Beendet den Rundgang.</translation>
    </message>
    <message>
        <source>Ends the tour; the menu Help offers it again.</source>
        <translation>Beendet den Rundgang; das Menü Hilfe bietet ihn wieder an.</translation>
    </message>
    <message>
        <source>Enter on a row opens its form. What you change is marked, and Ctrl+Enter stores it. A value that is not right is named at its field. Leaving with unsaved input asks first.</source>
        <translation>Eingabe auf einer Zeile öffnet ihr Formular. Geändertes ist gekennzeichnet, Strg+Eingabe speichert es. Ein falscher Wert wird an seinem Feld genannt. Vor dem Verlassen mit ungespeicherter Eingabe wird gefragt.</translation>
    </message>
    <message>
        <source>Everything by its name</source>
        <translation>Alles beim Namen</translation>
    </message>
    <message>
        <source>Everything looked at is as it should be.</source>
        <translation>Alles Geprüfte ist, wie es sein soll.</translation>
    </message>
    <message>
        <source>F1 opens the page about what you are looking at. The menu Help also lists all keys, and Diagnose tells what is wrong when something is.</source>
        <translation>F1 öffnet die Seite zu dem, was gerade zu sehen ist. Das Menü Hilfe nennt auch alle Tasten, und Diagnose sagt, was nicht stimmt.</translation>
    </message>
    <message>
        <source>F2 edits the cell you are on. Enter stores it and goes down, Tab goes to the next one, Esc gives up.</source>
        <translation>F2 bearbeitet die aktuelle Zelle. Eingabe speichert und geht nach unten, Tab geht zur nächsten, Esc gibt auf.</translation>
    </message>
    <message>
        <source>F6 goes to this part of the window and back here. Esc leaves the tour.</source>
        <translation>F6 geht zu diesem Teil des Fensters und wieder hierher. Esc verlässt den Rundgang.</translation>
    </message>
    <message>
        <source>Families</source>
        <translation>Schriftfamilien</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Fixed width</source>
        <translation>Feste Breite</translation>
    </message>
    <message>
        <source>Fonts</source>
        <translation>Schriften</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weitermachen</translation>
    </message>
    <message>
        <source>Goes on to the next part.</source>
        <translation>Geht weiter zum nächsten Teil.</translation>
    </message>
    <message>
        <source>Goes on with the tour.</source>
        <translation>Setzt den Rundgang fort.</translation>
    </message>
    <message>
        <source>Help where you are</source>
        <translation>Hilfe, wo sie gebraucht wird</translation>
    </message>
    <message>
        <source>Hides what is fine.</source>
        <translation>Blendet aus, was in Ordnung ist.</translation>
    </message>
    <message>
        <source>How far the diagnosis is</source>
        <translation>Wie weit die Diagnose ist</translation>
    </message>
    <message>
        <source>How it stands</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Install a font: without one no text can be shown.</source>
        <translation>Eine Schrift installieren: ohne eine lässt sich kein Text zeigen.</translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation>Sprache des Fensters</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Noch einmal prüfen</translation>
    </message>
    <message>
        <source>Looked at</source>
        <translation>Geprüft</translation>
    </message>
    <message>
        <source>Looking at {part} ({place} of {count})</source>
        <translation>{part} wird geprüft ({place} von {count})</translation>
    </message>
    <message>
        <source>Looks at everything anew.</source>
        <translation>Prüft alles neu.</translation>
    </message>
    <message>
        <source>Looks at nothing more; what was found stays.</source>
        <translation>Prüft nichts weiter; was gefunden wurde, bleibt.</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>Narrow a table</source>
        <translation>Eine Tabelle eingrenzen</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
    <message>
        <source>Nothing needs attention</source>
        <translation>Nichts braucht Aufmerksamkeit</translation>
    </message>
    <message>
        <source>Only what needs attention</source>
        <translation>Nur was Aufmerksamkeit braucht</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plattform</translation>
    </message>
    <message>
        <source>Report copied, without passwords, account names and your folders</source>
        <translation>Bericht kopiert, ohne Kennwörter, Kontonamen und eigene Ordner</translation>
    </message>
    <message>
        <source>Report saved as {name}</source>
        <translation>Bericht als {name} gespeichert</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>Screen reader</source>
        <translation>Screenreader</translation>
    </message>
    <message>
        <source>Screen {place}</source>
        <translation>Bildschirm {place}</translation>
    </message>
    <message>
        <source>Screen {place} (this one)</source>
        <translation>Bildschirm {place} (dieser)</translation>
    </message>
    <message>
        <source>Shows the part before.</source>
        <translation>Zeigt den Teil davor.</translation>
    </message>
    <message>
        <source>Skip the tour</source>
        <translation>Rundgang überspringen</translation>
    </message>
    <message>
        <source>Start the tour</source>
        <translation>Rundgang beginnen</translation>
    </message>
    <message>
        <source>Stopped. {summary}</source>
        <translation>Angehalten. {summary}</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>Stil</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
    <message>
        <source>The bell keeps what the program told you, such as an export that is finished. Quiet hours are yours to set.</source>
        <translation>Die Glocke bewahrt auf, was das Programm gemeldet hat, etwa einen fertigen Export. Ruhezeiten lassen sich einstellen.</translation>
    </message>
    <message>
        <source>The menu Help offers it again. Esc ends it, Enter goes on with it.</source>
        <translation>Das Menü Hilfe bietet ihn wieder an. Esc beendet ihn, Eingabe setzt ihn fort.</translation>
    </message>
    <message>
        <source>The rail lists what you work with. Which tabs you see depends on the persona you work as. Ctrl+1 to Ctrl+9 go to the first nine.</source>
        <translation>Die Leiste nennt die Arbeitsbereiche. Welche Tabs zu sehen sind, hängt von der Persona ab. Strg+1 bis Strg+9 gehen zu den ersten neun.</translation>
    </message>
    <message>
        <source>The record as a form</source>
        <translation>Der Datensatz als Formular</translation>
    </message>
    <message>
        <source>The window is tight here: a smaller zoom shows more.</source>
        <translation>Das Fenster ist hier eng: ein kleinerer Zoom zeigt mehr.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Design</translation>
    </message>
    <message>
        <source>This tour takes five minutes and shows where things are. You can leave it at any time with Esc, and take it again from the menu Help.</source>
        <translation>Dieser Rundgang dauert fünf Minuten und zeigt, wo alles ist. Esc verlässt ihn jederzeit, das Menü Hilfe bietet ihn wieder an.</translation>
    </message>
    <message>
        <source>Tour</source>
        <translation>Rundgang</translation>
    </message>
    <message>
        <source>Tour: {title}</source>
        <translation>Rundgang: {title}</translation>
    </message>
    <message>
        <source>Try it: choose a cell and press F2, then Esc.</source>
        <translation>Zum Ausprobieren: eine Zelle wählen und F2 drücken, dann Esc.</translation>
    </message>
    <message>
        <source>Try it: go to another tab.</source>
        <translation>Zum Ausprobieren: zu einem anderen Tab gehen.</translation>
    </message>
    <message>
        <source>Try it: press Ctrl+K, then Esc.</source>
        <translation>Zum Ausprobieren: Strg+K drücken, dann Esc.</translation>
    </message>
    <message>
        <source>Try it: type a few letters.</source>
        <translation>Zum Ausprobieren: ein paar Buchstaben tippen.</translation>
    </message>
    <message>
        <source>Type here to keep the rows that hold your words. / takes you to this field, “Filter” asks one column, and a click on a heading sorts.</source>
        <translation>Was hier getippt wird, lässt die Zeilen mit diesen Wörtern übrig. / führt zu diesem Feld, „Filter“ fragt eine Spalte, und ein Klick auf eine Überschrift sortiert.</translation>
    </message>
    <message>
        <source>Welcome to JARVIS Desktop</source>
        <translation>Willkommen bei JARVIS Desktop</translation>
    </message>
    <message>
        <source>What happened meanwhile</source>
        <translation>Was inzwischen geschah</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Window system</source>
        <translation>Fenstersystem</translation>
    </message>
    <message>
        <source>Writes the same report to a file.</source>
        <translation>Schreibt denselben Bericht in eine Datei.</translation>
    </message>
    <message>
        <source>Your tabs</source>
        <translation>Die Tabs</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>dunkel</translation>
    </message>
    <message>
        <source>high contrast</source>
        <translation>hoher Kontrast</translation>
    </message>
    <message>
        <source>introduction guide learn first steps</source>
        <translation>einführung anleitung lernen erste schritte</translation>
    </message>
    <message>
        <source>left to right</source>
        <translation>von links nach rechts</translation>
    </message>
    <message>
        <source>light</source>
        <translation>hell</translation>
    </message>
    <message>
        <source>listening</source>
        <translation>hört zu</translation>
    </message>
    <message>
        <source>right to left</source>
        <translation>von rechts nach links</translation>
    </message>
    <message>
        <source>versions problem report support check</source>
        <translation>versionen problem bericht unterstützung prüfen</translation>
    </message>
    <message>
        <source>{family}, {pixels} px</source>
        <translation>{family}, {pixels} px</translation>
    </message>
    <message>
        <source>{file} cannot be written: {reason}.</source>
        <translation>{file} lässt sich nicht schreiben: {reason}.</translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation>{place} von {count}</translation>
    </message>
    <message>
        <source>{width} by {height}</source>
        <translation>{width} mal {height}</translation>
    </message>
    <message>
        <source>{width} by {height}, scale {scale} %, {dpi} dpi, {rate} Hz</source>
        <translation>{width} mal {height}, Skalierung {scale} %, {dpi} dpi, {rate} Hz</translation>
    </message>
</context>
<context>
    <name>imports</name>
    <message>
        <source>1,234.5</source>
        <translation>1,234.5</translation>
    </message>
    <message>
        <source>1.234,5</source>
        <translation>1.234,5</translation>
    </message>
    <message>
        <source>A record is there already</source>
        <translation>Ein Datensatz ist schon da</translation>
    </message>
    <message>
        <source>About this file</source>
        <translation>Zu dieser Datei</translation>
    </message>
    <message>
        <source>Apostrophe</source>
        <translation>Apostroph</translation>
    </message>
    <message>
        <source>Bar</source>
        <translation>Senkrechter Strich</translation>
    </message>
    <message>
        <source>Before decimals</source>
        <translation>Vor Nachkommastellen</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>CSV and other text tables, or a workbook (XLSX, XLSM, XLSB, XLS, ODS). It can also be dropped here.</source>
        <translation>CSV und andere Texttabellen oder eine Arbeitsmappe (XLSX, XLSM, XLSB, XLS, ODS). Sie lässt sich auch hier ablegen.</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Checking the rest</source>
        <translation>Der Rest wird geprüft</translation>
    </message>
    <message>
        <source>Checking {label}</source>
        <translation>{label} wird geprüft</translation>
    </message>
    <message>
        <source>Choose a file to import</source>
        <translation>Datei zum Importieren wählen</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Datei wählen …</translation>
    </message>
    <message>
        <source>Choose another file…</source>
        <translation>Andere Datei wählen …</translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <translation>Einen anderen Ort wählen.</translation>
    </message>
    <message>
        <source>Choose another quote character, or none that the file uses.</source>
        <translation>Ein anderes Anführungszeichen wählen oder keines, das die Datei verwendet.</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Comparing with the records</source>
        <translation>Vergleich mit den Datensätzen</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Datumsangaben</translation>
    </message>
    <message>
        <source>Day first</source>
        <translation>Tag zuerst</translation>
    </message>
    <message>
        <source>Double quote</source>
        <translation>Anführungszeichen</translation>
    </message>
    <message>
        <source>Empty cells</source>
        <translation>Leere Zellen</translation>
    </message>
    <message>
        <source>Every record holds these values already.</source>
        <translation>Alle Datensätze haben diese Werte schon.</translation>
    </message>
    <message>
        <source>Exported by JARVIS: take texts as they are</source>
        <translation>Von JARVIS exportiert: Texte übernehmen, wie sie sind</translation>
    </message>
    <message>
        <source>First rows as they will be stored</source>
        <translation>Die ersten Zeilen, wie sie gespeichert werden</translation>
    </message>
    <message>
        <source>First rows of the file</source>
        <translation>Die ersten Zeilen der Datei</translation>
    </message>
    <message>
        <source>For files that JARVIS exported: spaces and words such as “n/a” stay; the apostrophe before formulas is taken off.</source>
        <translation>Für Dateien, die JARVIS exportiert hat: Leerzeichen und Wörter wie „n/a“ bleiben; der Apostroph vor Formeln entfällt.</translation>
    </message>
    <message>
        <source>Go back to answer how dates or numbers are written.</source>
        <translation>Zurückgehen, um anzugeben, wie Datum oder Zahlen geschrieben sind.</translation>
    </message>
    <message>
        <source>Import another file…</source>
        <translation>Weitere Datei importieren …</translation>
    </message>
    <message>
        <source>Import stopped</source>
        <translation>Import angehalten</translation>
    </message>
    <message numerus="yes">
        <source>Import {n} good rows</source>
        <extracomment>Import {n} good row</extracomment>
        <translation>
            <numerusform>{n} gute Zeile importieren</numerusform>
            <numerusform>{n} gute Zeilen importieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import {n} rows</source>
        <extracomment>Import {n} row</extracomment>
        <translation>
            <numerusform>{n} Zeile importieren</numerusform>
            <numerusform>{n} Zeilen importieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Importing {label}</source>
        <translation>{label} wird importiert</translation>
    </message>
    <message>
        <source>In the file: “{original}”. Stored: {after} ({repair}).</source>
        <translation>In der Datei: „{original}“. Gespeichert: {after} ({repair}).</translation>
    </message>
    <message>
        <source>It has no sheets.</source>
        <translation>Sie hat keine Blätter.</translation>
    </message>
    <message>
        <source>It is damaged, or not what its name says.</source>
        <translation>Sie ist beschädigt oder nicht, was ihr Name sagt.</translation>
    </message>
    <message>
        <source>It is no workbook, or a damaged one.</source>
        <translation>Sie ist keine Arbeitsmappe oder eine beschädigte.</translation>
    </message>
    <message>
        <source>It is protected by a password.</source>
        <translation>Sie ist mit einem Kennwort geschützt.</translation>
    </message>
    <message>
        <source>It may be stored or not.</source>
        <translation>Vielleicht ist es gespeichert, vielleicht nicht.</translation>
    </message>
    <message>
        <source>It may have been moved, or you may lack the right to read it.</source>
        <translation>Vielleicht wurde sie verschoben, oder das Leserecht fehlt.</translation>
    </message>
    <message>
        <source>It unpacks to {size} MB, and up to {largest_unpacked} MB are read.</source>
        <translation>Ausgepackt hat sie {size} MB; gelesen werden bis zu {largest_unpacked} MB.</translation>
    </message>
    <message>
        <source>It was stopped before its end. Nothing was stored.</source>
        <translation>Er wurde vor dem Ende angehalten. Nichts wurde gespeichert.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Look at the columns that the file fills.</source>
        <translation>Die Spalten ansehen, die die Datei füllt.</translation>
    </message>
    <message>
        <source>Look at the records before you import again.</source>
        <translation>Vor einem neuen Import die Datensätze ansehen.</translation>
    </message>
    <message>
        <source>Month first</source>
        <translation>Monat zuerst</translation>
    </message>
    <message>
        <source>No column of the file is given to a column of the table.</source>
        <translation>Keine Spalte der Datei ist einer Spalte der Tabelle zugeordnet.</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Nicht geprüft</translation>
    </message>
    <message>
        <source>Not imported</source>
        <translation>Nicht importiert</translation>
    </message>
    <message>
        <source>Nothing to change</source>
        <translation>Nichts zu ändern</translation>
    </message>
    <message>
        <source>Nothing was imported</source>
        <translation>Nichts wurde importiert</translation>
    </message>
    <message>
        <source>Nothing would be stored</source>
        <translation>Es würde nichts gespeichert</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>Open it again to see what it holds now.</source>
        <translation>Die Datei neu öffnen, um zu sehen, was sie jetzt enthält.</translation>
    </message>
    <message>
        <source>Opening the file</source>
        <translation>Datei wird geöffnet</translation>
    </message>
    <message>
        <source>Opening “{name}”</source>
        <translation>„{name}“ wird geöffnet</translation>
    </message>
    <message>
        <source>Otherwise they are in the time zone of this computer.</source>
        <translation>Sonst gelten sie in der Zeitzone dieses Computers.</translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation>Fortschritt des Imports</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Anführungszeichen</translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation>Datei wird gelesen</translation>
    </message>
    <message>
        <source>Refused cells</source>
        <translation>Abgelehnte Zellen</translation>
    </message>
    <message>
        <source>Refused: {problem}.</source>
        <translation>Abgelehnt: {problem}.</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Row {number} is refused: {fault}.</source>
        <translation>Zeile {number} wird abgelehnt: {fault}.</translation>
    </message>
    <message>
        <source>Row {number} opens a quote that is never closed, like {recoveries} rows before it.</source>
        <translation>Zeile {number} öffnet ein Anführungszeichen, das nie geschlossen wird, wie {recoveries} Zeilen davor.</translation>
    </message>
    <message>
        <source>Save it without one.</source>
        <translation>Ohne Kennwort speichern.</translation>
    </message>
    <message>
        <source>Save the report…</source>
        <translation>Bericht speichern …</translation>
    </message>
    <message>
        <source>Save the sheet as CSV: text files of any size can be imported.</source>
        <translation>Das Blatt als CSV speichern: Textdateien jeder Größe lassen sich importieren.</translation>
    </message>
    <message>
        <source>Select all rows</source>
        <translation>Alle Zeilen auswählen</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Blatt</translation>
    </message>
    <message>
        <source>Something changed since the check. Nothing was stored.</source>
        <translation>Seit der Prüfung hat sich etwas geändert. Nichts wurde gespeichert.</translation>
    </message>
    <message>
        <source>Step {number} of {count}: {title}</source>
        <translation>Schritt {number} von {count}: {title}</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Storing</source>
        <translation>Wird gespeichert</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt *.xlsx *.xlsm *.xlsb *.xls *.ods);;Text (*.csv *.tsv *.txt);;Workbooks (*.xlsx *.xlsm *.xlsb *.xls *.ods);;All files (*)</source>
        <translation>Tabellen (*.csv *.tsv *.txt *.xlsx *.xlsm *.xlsb *.xls *.ods);;Text (*.csv *.tsv *.txt);;Arbeitsmappen (*.xlsx *.xlsm *.xlsb *.xls *.ods);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>The column “{name}” is not in {label} any more.</source>
        <translation>Die Spalte „{name}“ gibt es in „{label}“ nicht mehr.</translation>
    </message>
    <message>
        <source>The connection to the database was lost. {text}</source>
        <translation>Die Verbindung zur Datenbank ist abgebrochen. {text}</translation>
    </message>
    <message>
        <source>The database refused more than {most_single_refusals} rows, the last with: {message}</source>
        <translation>Die Datenbank hat mehr als {most_single_refusals} Zeilen abgelehnt, die letzte mit: {message}</translation>
    </message>
    <message>
        <source>The file cannot be read</source>
        <translation>Die Datei lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>The file changed</source>
        <translation>Die Datei hat sich geändert</translation>
    </message>
    <message>
        <source>The first row names the columns</source>
        <translation>Die erste Zeile nennt die Spalten</translation>
    </message>
    <message numerus="yes">
        <source>The first {n} rows as they will be stored</source>
        <extracomment>The first row as it will be stored</extracomment>
        <translation>
            <numerusform>Die erste Zeile, wie sie gespeichert wird</numerusform>
            <numerusform>Die ersten {n} Zeilen, wie sie gespeichert werden</numerusform>
        </translation>
    </message>
    <message>
        <source>The import cannot begin</source>
        <translation>Der Import kann nicht beginnen</translation>
    </message>
    <message>
        <source>The import may be stored</source>
        <translation>Der Import ist vielleicht gespeichert</translation>
    </message>
    <message>
        <source>The report was not saved</source>
        <translation>Der Bericht wurde nicht gespeichert</translation>
    </message>
    <message>
        <source>The row {fault}</source>
        <translation>Die Zeile {fault}</translation>
    </message>
    <message>
        <source>The same for every row</source>
        <translation>Für jede Zeile gleich</translation>
    </message>
    <message>
        <source>The same {labels} stands already in row {number}</source>
        <translation>Dieselben Werte in {labels} stehen schon in Zeile {number}</translation>
    </message>
    <message>
        <source>The sheet “{name}” cannot be read.</source>
        <translation>Das Blatt „{name}“ lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>This cannot be imported yet</source>
        <translation>So lässt sich das noch nicht importieren</translation>
    </message>
    <message>
        <source>This database keeps no journal to undo it.</source>
        <translation>Diese Datenbank führt kein Journal zum Rückgängigmachen.</translation>
    </message>
    <message>
        <source>This was a rehearsal: nothing is stored yet.</source>
        <translation>Das war eine Probe: noch ist nichts gespeichert.</translation>
    </message>
    <message>
        <source>Thousands</source>
        <translation>Tausender</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>Times without a zone are UTC</source>
        <translation>Zeiten ohne Zone sind UTC</translation>
    </message>
    <message>
        <source>Too many rows are refused</source>
        <translation>Zu viele Zeilen werden abgelehnt</translation>
    </message>
    <message>
        <source>Try again when the database is back.</source>
        <translation>Es noch einmal versuchen, wenn die Datenbank wieder da ist.</translation>
    </message>
    <message>
        <source>UTF-16</source>
        <translation>UTF-16</translation>
    </message>
    <message>
        <source>UTF-16, big-endian</source>
        <translation>UTF-16, Big-Endian</translation>
    </message>
    <message>
        <source>UTF-8, else DOS 850</source>
        <translation>UTF-8, sonst DOS 850</translation>
    </message>
    <message>
        <source>UTF-8, else GB 18030</source>
        <translation>UTF-8, sonst GB 18030</translation>
    </message>
    <message>
        <source>UTF-8, else ISO-8859-15</source>
        <translation>UTF-8, sonst ISO-8859-15</translation>
    </message>
    <message>
        <source>UTF-8, else Mac Roman</source>
        <translation>UTF-8, sonst Mac Roman</translation>
    </message>
    <message>
        <source>UTF-8, else Shift JIS</source>
        <translation>UTF-8, sonst Shift JIS</translation>
    </message>
    <message>
        <source>UTF-8, else Windows-1250</source>
        <translation>UTF-8, sonst Windows-1250</translation>
    </message>
    <message>
        <source>UTF-8, else Windows-1251</source>
        <translation>UTF-8, sonst Windows-1251</translation>
    </message>
    <message>
        <source>UTF-8, else Windows-1252</source>
        <translation>UTF-8, sonst Windows-1252</translation>
    </message>
    <message>
        <source>UTF-8, else Windows-1254</source>
        <translation>UTF-8, sonst Windows-1254</translation>
    </message>
    <message>
        <source>Undo takes all of it back.</source>
        <translation>Rückgängig nimmt alles zurück.</translation>
    </message>
    <message>
        <source>Value for every row</source>
        <translation>Wert für jede Zeile</translation>
    </message>
    <message>
        <source>Value of {label} for every row</source>
        <translation>Wert von {label} für jede Zeile</translation>
    </message>
    <message>
        <source>add it as new</source>
        <translation>als neuen hinzufügen</translation>
    </message>
    <message>
        <source>added</source>
        <comment>rows</comment>
        <translation>hinzugefügt</translation>
    </message>
    <message>
        <source>and {more} more kinds</source>
        <translation>und {more} weitere Arten</translation>
    </message>
    <message>
        <source>as in “{example}”</source>
        <translation>wie in „{example}“</translation>
    </message>
    <message>
        <source>as they leave no doubt</source>
        <translation>so, dass kein Zweifel bleibt</translation>
    </message>
    <message>
        <source>can be read in two ways: say whether a comma stands before decimals</source>
        <translation>lässt sich auf zwei Arten lesen: angeben, ob ein Komma vor Nachkommastellen steht</translation>
    </message>
    <message>
        <source>can be read in two ways: say whether the day or the month comes first</source>
        <translation>lässt sich auf zwei Arten lesen: angeben, ob Tag oder Monat zuerst kommt</translation>
    </message>
    <message>
        <source>characters that cannot be stored removed</source>
        <translation>nicht speicherbare Zeichen entfernt</translation>
    </message>
    <message>
        <source>clear what is stored</source>
        <translation>Gespeichertes leeren</translation>
    </message>
    <message>
        <source>currency removed</source>
        <translation>Währung entfernt</translation>
    </message>
    <message>
        <source>date rewritten</source>
        <translation>Datum umgeschrieben</translation>
    </message>
    <message>
        <source>day first, 31/03/2026</source>
        <translation>Tag zuerst, 31/03/2026</translation>
    </message>
    <message>
        <source>day number of a spreadsheet read as a date</source>
        <translation>Tageszahl einer Tabellenkalkulation als Datum gelesen</translation>
    </message>
    <message>
        <source>decimal comma read</source>
        <translation>Dezimalkomma gelesen</translation>
    </message>
    <message>
        <source>exactly as in the file</source>
        <translation>genau wie in der Datei</translation>
    </message>
    <message>
        <source>filled from</source>
        <translation>gefüllt aus</translation>
    </message>
    <message>
        <source>filled in for new records</source>
        <translation>wird bei neuen Datensätzen ausgefüllt</translation>
    </message>
    <message>
        <source>first 100 rows shown</source>
        <translation>die ersten 100 Zeilen zu sehen</translation>
    </message>
    <message>
        <source>guard against formulas removed</source>
        <translation>Schutz vor Formeln entfernt</translation>
    </message>
    <message>
        <source>has {count} cells, and the file has {width} columns: its cells may have shifted</source>
        <translation>hat {count} Zellen, die Datei aber {width} Spalten: vielleicht sind Zellen verrutscht</translation>
    </message>
    <message>
        <source>holds a character that cannot be stored</source>
        <translation>enthält ein Zeichen, das sich nicht speichern lässt</translation>
    </message>
    <message>
        <source>import of {counted}</source>
        <translation>Import: {counted}</translation>
    </message>
    <message>
        <source>keep what is stored</source>
        <translation>Gespeichertes behalten</translation>
    </message>
    <message>
        <source>kept in {inside}</source>
        <translation>steht in {inside}</translation>
    </message>
    <message>
        <source>label replaced by its value</source>
        <translation>Beschriftung durch ihren Wert ersetzt</translation>
    </message>
    <message>
        <source>list read</source>
        <translation>Liste gelesen</translation>
    </message>
    <message>
        <source>misspelt choice recognised</source>
        <translation>falsch geschriebenen Wert der Auswahl erkannt</translation>
    </message>
    <message>
        <source>month first, 03/31/2026</source>
        <translation>Monat zuerst, 03/31/2026</translation>
    </message>
    <message>
        <source>must be a date such as {example}</source>
        <translation>muss ein Datum sein, etwa {example}</translation>
    </message>
    <message>
        <source>must be a list such as a; b; c</source>
        <translation>muss eine Liste sein, etwa a; b; c</translation>
    </message>
    <message>
        <source>new records need it</source>
        <translation>neue Datensätze brauchen es</translation>
    </message>
    <message>
        <source>no values in the first rows</source>
        <translation>keine Werte in den ersten Zeilen</translation>
    </message>
    <message>
        <source>nothing to repair</source>
        <translation>nichts zu reparieren</translation>
    </message>
    <message>
        <source>percent sign removed</source>
        <translation>Prozentzeichen entfernt</translation>
    </message>
    <message>
        <source>refused</source>
        <comment>rows</comment>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>refused rows.csv</source>
        <translation>abgelehnte Zeilen.csv</translation>
    </message>
    <message>
        <source>rows read</source>
        <translation>gelesene Zeilen</translation>
    </message>
    <message>
        <source>sign put in front</source>
        <translation>Vorzeichen nach vorn gestellt</translation>
    </message>
    <message>
        <source>skip the row</source>
        <translation>die Zeile überspringen</translation>
    </message>
    <message>
        <source>skipped</source>
        <comment>rows</comment>
        <translation>übersprungen</translation>
    </message>
    <message>
        <source>spaces around it removed</source>
        <translation>Leerzeichen am Rand entfernt</translation>
    </message>
    <message>
        <source>thousands separators removed</source>
        <translation>Tausendertrennzeichen entfernt</translation>
    </message>
    <message>
        <source>unchanged</source>
        <comment>rows</comment>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>update it</source>
        <translation>ihn aktualisieren</translation>
    </message>
    <message>
        <source>updated</source>
        <comment>rows</comment>
        <translation>aktualisiert</translation>
    </message>
    <message>
        <source>without a zone are UTC</source>
        <translation>ohne Zone sind UTC</translation>
    </message>
    <message>
        <source>word for nothing read as empty</source>
        <translation>Wort für „nichts“ als leer gelesen</translation>
    </message>
    <message>
        <source>word read as yes or no</source>
        <translation>Wort als Ja oder Nein gelesen</translation>
    </message>
    <message>
        <source>written as a whole number</source>
        <translation>als ganze Zahl geschrieben</translation>
    </message>
    <message>
        <source>{cells}, the first {shown} of them here</source>
        <translation>{cells}, die ersten {shown} davon hier</translation>
    </message>
    <message>
        <source>{labels} is already used by another record</source>
        <translation>{labels} gehört schon zu einem anderen Datensatz</translation>
    </message>
    <message>
        <source>{label} has no place: {inside} of this record holds something else there</source>
        <translation>{label} hat keinen Platz: {inside} dieses Datensatzes enthält dort etwas anderes</translation>
    </message>
    <message>
        <source>{label} holds the spreadsheet error {text}</source>
        <translation>{label} enthält den Tabellenfehler {text}</translation>
    </message>
    <message>
        <source>{label} is filled from</source>
        <translation>{label} wird gefüllt aus</translation>
    </message>
    <message>
        <source>{label} is required, and no column of the file fills it</source>
        <translation>{label} ist erforderlich, und keine Spalte der Datei füllt es</translation>
    </message>
    <message>
        <source>{label} of the record with this {labels} is {number}</source>
        <translation>{label} des Datensatzes mit diesem Wert in {labels} ist {number}</translation>
    </message>
    <message>
        <source>{label} tells records apart</source>
        <translation>{label} unterscheidet Datensätze</translation>
    </message>
    <message>
        <source>{label} tells which record a row is</source>
        <translation>{label} sagt, zu welchem Datensatz eine Zeile gehört</translation>
    </message>
    <message>
        <source>{label}: there is no such record in {table}</source>
        <translation>{label}: einen solchen Datensatz gibt es in „{table}“ nicht</translation>
    </message>
    <message>
        <source>{number} records have this {labels}</source>
        <translation>{number} Datensätze haben dieselben Werte in {labels}</translation>
    </message>
    <message numerus="yes">
        <source>{n} cells refused</source>
        <extracomment>{n} cell refused</extracomment>
        <translation>
            <numerusform>{n} Zelle abgelehnt</numerusform>
            <numerusform>{n} Zellen abgelehnt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} columns</source>
        <extracomment>{n} column</extracomment>
        <translation>
            <numerusform>{n} Spalte</numerusform>
            <numerusform>{n} Spalten</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} imports finished</source>
        <translation>{n} Importe abgeschlossen</translation>
    </message>
    <message numerus="yes">
        <source>{n} lines in another encoding than UTF-8 repaired.</source>
        <extracomment>{n} line in another encoding than UTF-8 repaired.</extracomment>
        <translation>
            <numerusform>{n} Zeile mit anderer Zeichenkodierung als UTF-8 repariert.</numerusform>
            <numerusform>{n} Zeilen mit anderer Zeichenkodierung als UTF-8 repariert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} lines with characters that could not be read.</source>
        <extracomment>{n} line with characters that could not be read.</extracomment>
        <translation>
            <numerusform>{n} Zeile mit unlesbaren Zeichen.</numerusform>
            <numerusform>{n} Zeilen mit unlesbaren Zeichen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} refused cells saved</source>
        <extracomment>{n} refused cell saved</extracomment>
        <translation>
            <numerusform>{n} abgelehnte Zelle gespeichert</numerusform>
            <numerusform>{n} abgelehnte Zellen gespeichert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} rows can be imported</source>
        <extracomment>{n} row can be imported</extracomment>
        <translation>
            <numerusform>{n} Zeile lässt sich importieren</numerusform>
            <numerusform>{n} Zeilen lassen sich importieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} rows cannot be stored.</source>
        <extracomment>{n} row cannot be stored.</extracomment>
        <translation>
            <numerusform>{n} Zeile lässt sich nicht speichern.</numerusform>
            <numerusform>{n} Zeilen lassen sich nicht speichern.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} rows imported</source>
        <extracomment>{n} row imported</extracomment>
        <translation>
            <numerusform>{n} Zeile importiert</numerusform>
            <numerusform>{n} Zeilen importiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} rows with a quote that is never closed.</source>
        <extracomment>{n} row with a quote that is never closed.</extracomment>
        <translation>
            <numerusform>{n} Zeile mit einem Anführungszeichen, das nie geschlossen wird.</numerusform>
            <numerusform>{n} Zeilen mit einem Anführungszeichen, das nie geschlossen wird.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} rows with fewer cells than the widest: what is missing counts as empty.</source>
        <extracomment>{n} row with fewer cells than the widest: what is missing counts as empty.</extracomment>
        <translation>
            <numerusform>{n} Zeile mit weniger Zellen als die breiteste: was fehlt, gilt als leer.</numerusform>
            <numerusform>{n} Zeilen mit weniger Zellen als die breiteste: was fehlt, gilt als leer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} rows with more cells than there are columns: refused, since cells shifted.</source>
        <extracomment>{n} row with more cells than there are columns: refused, since cells shifted.</extracomment>
        <translation>
            <numerusform>{n} Zeile mit mehr Zellen als Spalten: abgelehnt, da Zellen verrutscht sind.</numerusform>
            <numerusform>{n} Zeilen mit mehr Zellen als Spalten: abgelehnt, da Zellen verrutscht sind.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} times</source>
        <extracomment>once</extracomment>
        <translation>
            <numerusform>einmal</numerusform>
            <numerusform>{n}-mal</numerusform>
        </translation>
    </message>
    <message>
        <source>{refused} with cells that cannot be stored</source>
        <translation>{refused} mit Zellen, die sich nicht speichern lassen</translation>
    </message>
    <message>
        <source>{repaired} with repaired cells</source>
        <translation>{repaired} mit reparierten Zellen</translation>
    </message>
    <message>
        <source>{rows} imported</source>
        <translation>{rows} importiert</translation>
    </message>
    <message>
        <source>{rows} read in {seconds} s, {rate} rows/s.</source>
        <translation>{rows} in {seconds} s gelesen, {rate} Zeilen/s.</translation>
    </message>
    <message>
        <source>{rows} read in {seconds} s.</source>
        <translation>{rows} in {seconds} s gelesen.</translation>
    </message>
    <message>
        <source>{rows} refused</source>
        <translation>{rows} abgelehnt</translation>
    </message>
    <message>
        <source>“{before}” → {after}</source>
        <translation>„{before}“ → {after}</translation>
    </message>
    <message>
        <source>“{example}” has a comma before decimals, or between thousands? Until you say, such cells are refused.</source>
        <translation>„{example}“ hat ein Komma vor Nachkommastellen oder zwischen Tausendern? Bis das feststeht, werden solche Zellen abgelehnt.</translation>
    </message>
    <message>
        <source>“{example}” is a date with the day first, or with the month first? Until you say, such cells are refused.</source>
        <translation>„{example}“ ist ein Datum mit dem Tag zuerst oder mit dem Monat zuerst? Bis das feststeht, werden solche Zellen abgelehnt.</translation>
    </message>
    <message>
        <source>“{label}” is kept inside “{inside}” and cannot tell records apart.</source>
        <translation>„{label}“ steht in „{inside}“ und kann Datensätze nicht unterscheiden.</translation>
    </message>
    <message>
        <source>“{label}” tells records apart, and nothing fills it.</source>
        <translation>„{label}“ unterscheidet Datensätze, und nichts füllt es.</translation>
    </message>
    <message>
        <source>“{name}” cannot be opened.</source>
        <translation>„{name}“ lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>“{name}” cannot be opened. {reason}</source>
        <translation>„{name}“ lässt sich nicht öffnen. {reason}</translation>
    </message>
    <message>
        <source>“{name}” cannot be written: {value}.</source>
        <translation>„{name}“ lässt sich nicht schreiben: {value}.</translation>
    </message>
    <message>
        <source>“{name}” is filled twice.</source>
        <translation>„{name}“ wird zweimal gefüllt.</translation>
    </message>
    <message>
        <source>“{name}” was changed since it was opened. Nothing was stored.</source>
        <translation>„{name}“ wurde seit dem Öffnen geändert. Nichts wurde gespeichert.</translation>
    </message>
    <message>
        <source>“{name}” was changed while it was read. Nothing was stored.</source>
        <translation>„{name}“ wurde während des Lesens geändert. Nichts wurde gespeichert.</translation>
    </message>
</context>
<context>
    <name>metadata</name>
    <message>
        <source>A component without a name</source>
        <translation>Eine Komponente ohne Namen</translation>
    </message>
    <message>
        <source>A feature without a name</source>
        <translation>Eine Funktion ohne Namen</translation>
    </message>
    <message>
        <source>A part of this layout is not an object with a “type”.</source>
        <translation>Ein Teil dieses Layouts ist kein Objekt mit einem „type“.</translation>
    </message>
    <message>
        <source>A {value}</source>
        <translation>Ein Teil vom Typ {value}</translation>
    </message>
    <message>
        <source>A {value} has keys that mean nothing here: {unknown}.</source>
        <translation>{value} hat Schlüssel, die hier nichts bedeuten: {unknown}.</translation>
    </message>
    <message>
        <source>An administrator decides in the tab's content what it shows.</source>
        <translation>Die Administration legt im Inhalt des Tabs fest, was er zeigt.</translation>
    </message>
    <message>
        <source>An entry of this tab's features is not a text.</source>
        <translation>Ein Eintrag in den Funktionen dieses Tabs ist kein Text.</translation>
    </message>
    <message>
        <source>At {pointer}: {shortened}.</source>
        <translation>Bei {pointer}: {shortened}.</translation>
    </message>
    <message>
        <source>Component {quoted}: {problem}.</source>
        <translation>Komponente {quoted}: {problem}.</translation>
    </message>
    <message>
        <source>Every table of the database</source>
        <translation>Alle Tabellen der Datenbank</translation>
    </message>
    <message>
        <source>It has more than {max_depth} levels; the rest is left out.</source>
        <translation>Es hat mehr als {max_depth} Ebenen; der Rest entfällt.</translation>
    </message>
    <message>
        <source>It has more than {max_nodes} features; the rest is left out.</source>
        <translation>Sie hat mehr als {max_nodes} Funktionen; der Rest entfällt.</translation>
    </message>
    <message>
        <source>It has more than {max_nodes} parts; the rest is left out.</source>
        <translation>Es hat mehr als {max_nodes} Teile; der Rest entfällt.</translation>
    </message>
    <message>
        <source>No component is called {quoted} in the component registry.</source>
        <translation>Im Komponentenverzeichnis gibt es keine Komponente {quoted}.</translation>
    </message>
    <message>
        <source>No feature is called “{key}”.</source>
        <translation>Es gibt keine Funktion „{key}“.</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>Kein Name</translation>
    </message>
    <message>
        <source>No tabs</source>
        <translation>Keine Tabs</translation>
    </message>
    <message>
        <source>Not a layout</source>
        <translation>Kein Layout</translation>
    </message>
    <message>
        <source>Nothing has been placed here yet. {how_to_fill}</source>
        <translation>Hier ist noch nichts. {how_to_fill}</translation>
    </message>
    <message>
        <source>Nothing in this version shows the feature {quoted} yet.</source>
        <translation>In dieser Version zeigt noch nichts die Funktion {quoted}.</translation>
    </message>
    <message>
        <source>Nothing on {quoted} is shown to this persona at the moment.</source>
        <translation>Auf {quoted} ist für diese Persona im Moment nichts zu sehen.</translation>
    </message>
    <message>
        <source>The component {quoted} is switched off in the component registry.</source>
        <translation>Die Komponente {quoted} ist im Komponentenverzeichnis abgeschaltet.</translation>
    </message>
    <message>
        <source>The content of this tab cannot be read: {unreadable}.</source>
        <translation>Der Inhalt dieses Tabs lässt sich nicht lesen: {unreadable}.</translation>
    </message>
    <message>
        <source>The content of this tab is neither a layout nor a list of features.</source>
        <translation>Der Inhalt dieses Tabs ist weder ein Layout noch eine Liste von Funktionen.</translation>
    </message>
    <message>
        <source>The feature {quoted}</source>
        <translation>Die Funktion {quoted}</translation>
    </message>
    <message>
        <source>The feature “{value}” is not shown to this persona.</source>
        <translation>Die Funktion „{value}“ ist für diese Persona nicht zu sehen.</translation>
    </message>
    <message>
        <source>The features of this tab are not a list.</source>
        <translation>Die Funktionen dieses Tabs sind keine Liste.</translation>
    </message>
    <message>
        <source>The label of a {value} is not a text.</source>
        <translation>Die Beschriftung von {value} ist kein Text.</translation>
    </message>
    <message>
        <source>The layout is nested too deep</source>
        <translation>Das Layout ist zu tief verschachtelt</translation>
    </message>
    <message>
        <source>The layout is too large</source>
        <translation>Das Layout ist zu groß</translation>
    </message>
    <message>
        <source>The list is too long</source>
        <translation>Die Liste ist zu lang</translation>
    </message>
    <message>
        <source>The props of {quoted} are not an object.</source>
        <translation>Die Props von {quoted} sind kein Objekt.</translation>
    </message>
    <message>
        <source>The props of {quoted} do not fit. {fault}</source>
        <translation>Die Props von {quoted} passen nicht. {fault}</translation>
    </message>
    <message>
        <source>The tab {quoted}</source>
        <translation>Der Tab {quoted}</translation>
    </message>
    <message>
        <source>The table {features} lists the features by “feature_key”.</source>
        <translation>Die Tabelle {features} führt die Funktionen unter „feature_key“.</translation>
    </message>
    <message>
        <source>The “data_binding” of “{key}” cannot be read: {unreadable}.</source>
        <translation>„data_binding“ von „{key}“ lässt sich nicht lesen: {unreadable}.</translation>
    </message>
    <message>
        <source>The “elements” of this {value} are not a list.</source>
        <translation>„elements“ von {value} ist keine Liste.</translation>
    </message>
    <message>
        <source>They are {too_big}.</source>
        <translation>Sie sind {too_big}.</translation>
    </message>
    <message>
        <source>This database has no table {tabs} that may be read, so it describes no tabs. “jarvis db upgrade” creates what is missing.</source>
        <translation>Diese Datenbank hat keine lesbare Tabelle {tabs}, beschreibt also keine Tabs. „jarvis db upgrade“ legt an, was fehlt.</translation>
    </message>
    <message>
        <source>This part of the layout does not say which component it is.</source>
        <translation>Dieser Teil des Layouts sagt nicht, welche Komponente er ist.</translation>
    </message>
    <message>
        <source>This version knows {known_types}.</source>
        <translation>Diese Version kennt {known_types}.</translation>
    </message>
    <message>
        <source>Unknown layout type {quoted}</source>
        <translation>Unbekannter Layouttyp {quoted}</translation>
    </message>
    <message>
        <source>Unknown source</source>
        <translation>Unbekannte Quelle</translation>
    </message>
    <message>
        <source>a rule has “effect” and “condition”</source>
        <translation>eine Regel hat „effect“ und „condition“</translation>
    </message>
    <message>
        <source>being connected</source>
        <translation>verbunden zu sein</translation>
    </message>
    <message>
        <source>condition {number} has no “when”</source>
        <translation>Bedingung {number} hat kein „when“</translation>
    </message>
    <message>
        <source>default_props is not an object</source>
        <translation>default_props ist kein Objekt</translation>
    </message>
    <message>
        <source>it has more than {longest_list} conditions</source>
        <translation>es hat mehr als {longest_list} Bedingungen</translation>
    </message>
    <message>
        <source>it is neither an object with “when” nor a list of conditions</source>
        <translation>es ist weder ein Objekt mit „when“ noch eine Liste von Bedingungen</translation>
    </message>
    <message>
        <source>it is not a list of permissions</source>
        <translation>es ist keine Liste von Berechtigungen</translation>
    </message>
    <message>
        <source>it is not a list of personas</source>
        <translation>es ist keine Liste von Personas</translation>
    </message>
    <message>
        <source>it is not an object</source>
        <translation>es ist kein Objekt</translation>
    </message>
    <message>
        <source>nothing is known of {value} ({rule})</source>
        <translation>über {value} ist nichts bekannt ({rule})</translation>
    </message>
    <message>
        <source>props is not a JSON Schema object</source>
        <translation>props ist kein JSON-Schema-Objekt</translation>
    </message>
    <message>
        <source>props is not a usable JSON Schema: {shortened}</source>
        <translation>props ist kein brauchbares JSON-Schema: {shortened}</translation>
    </message>
    <message>
        <source>props is {too_big}</source>
        <translation>props ist {too_big}</translation>
    </message>
    <message>
        <source>the permissions</source>
        <translation>die Berechtigungen</translation>
    </message>
    <message>
        <source>the person</source>
        <translation>die Person</translation>
    </message>
    <message>
        <source>the persona</source>
        <translation>die Persona</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>{column} cannot be read: {reason}</source>
        <translation>{column} lässt sich nicht lesen: {reason}</translation>
    </message>
    <message>
        <source>{name} cannot be read: {unreadable}</source>
        <translation>{name} lässt sich nicht lesen: {unreadable}</translation>
    </message>
    <message>
        <source>{name} has an effect that is neither SHOW nor HIDE</source>
        <translation>{name} hat eine Wirkung, die weder SHOW noch HIDE ist</translation>
    </message>
    <message>
        <source>{what} is shown to you alone: {problem}.</source>
        <translation>{what} ist nur für die Administration zu sehen: {problem}.</translation>
    </message>
</context>
<context>
    <name>people</name>
    <message>
        <source>A few things make this window yours. Everything can be changed later in My settings.</source>
        <translation>Ein paar Angaben machen dieses Fenster zum eigenen. Alles lässt sich später unter Meine Einstellungen ändern.</translation>
    </message>
    <message>
        <source>A name has at most {n} characters, and this has {count}.</source>
        <translation>Ein Name hat höchstens {n} Zeichen, dieser hat {count}.</translation>
    </message>
    <message>
        <source>Add somebody to this database</source>
        <translation>Jemanden zu dieser Datenbank hinzufügen</translation>
    </message>
    <message>
        <source>Adds you to the people of this database</source>
        <translation>Nimmt die eigene Person in diese Datenbank auf</translation>
    </message>
    <message>
        <source>Administers</source>
        <translation>Verwaltet</translation>
    </message>
    <message>
        <source>Administers this database. Another administrator can add your account, in the tab People.</source>
        <translation>Verwaltet diese Datenbank. Die Administration kann das Konto im Tab Personen hinzufügen.</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administrator</translation>
    </message>
    <message>
        <source>After a restart everything stands where it stands now; what is typed is kept as a draft.</source>
        <translation>Nach einem Neustart steht alles dort, wo es jetzt steht; was Sie eingegeben haben, bleibt als Entwurf erhalten.</translation>
    </message>
    <message>
        <source>An administrator can add one, in the tab People.</source>
        <translation>Im Tab Personen kann die Administration eine hinzufügen.</translation>
    </message>
    <message>
        <source>An administrator can give it to you, in the tab People.</source>
        <translation>Im Tab Personen kann die Administration sie zuteilen.</translation>
    </message>
    <message>
        <source>As colleagues read it</source>
        <translation>Wie andere ihn lesen</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>As the system ({zone})</source>
        <translation>Wie das System ({zone})</translation>
    </message>
    <message>
        <source>Ask an administrator to do it.</source>
        <translation>Die Administration darum bitten.</translation>
    </message>
    <message>
        <source>Begin as</source>
        <translation>Beginnen als</translation>
    </message>
    <message>
        <source>Built-in persona of a database without personas</source>
        <translation>Eingebaute Persona einer Datenbank ohne Personas</translation>
    </message>
    <message>
        <source>Built-in persona while every other is switched off</source>
        <translation>Eingebaute Persona, solange jede andere abgeschaltet ist</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Endet</translation>
    </message>
    <message>
        <source>Ends every session of this person; that cannot be undone</source>
        <translation>Beendet alle Sitzungen dieser Person; das lässt sich nicht rückgängig machen</translation>
    </message>
    <message>
        <source>Ends the selected sessions; that cannot be undone</source>
        <translation>Beendet die ausgewählten Sitzungen; das lässt sich nicht rückgängig machen</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Vorname</translation>
    </message>
    <message>
        <source>From now on this account is that person</source>
        <translation>Von jetzt an ist dieses Konto diese Person</translation>
    </message>
    <message>
        <source>Has an account already. An administrator can add another one, in the tab People.</source>
        <translation>Hat schon ein Konto. Im Tab Personen kann die Administration ein weiteres hinzufügen.</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>I am not in this list</source>
        <translation>Ich stehe nicht in dieser Liste</translation>
    </message>
    <message>
        <source>I am {name}</source>
        <translation>Ich bin {name}</translation>
    </message>
    <message>
        <source>In which times are shown; type to search</source>
        <translation>Für die Anzeige von Zeiten; zum Suchen tippen</translation>
    </message>
    <message numerus="yes">
        <source>It came into force later than {n} other rows.</source>
        <extracomment>It came into force later than 1 other row.</extracomment>
        <translation>
            <numerusform>Sie ist später in Kraft getreten als 1 andere Zeile.</numerusform>
            <numerusform>Sie ist später in Kraft getreten als {n} andere Zeilen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Last activity</source>
        <translation>Letzte Aktivität</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Nachname</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Zuletzt gesehen</translation>
    </message>
    <message>
        <source>Leaves everything as it is; the page is not shown again</source>
        <translation>Lässt alles, wie es ist; die Seite kommt nicht wieder</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Computer</translation>
    </message>
    <message>
        <source>My settings</source>
        <translation>Meine Einstellungen</translation>
    </message>
    <message>
        <source>Name and e-mail</source>
        <translation>Name und E-Mail</translation>
    </message>
    <message>
        <source>Narrows the list of people below</source>
        <translation>Grenzt die Liste der Personen darunter ein</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>Neue Person</translation>
    </message>
    <message>
        <source>No persona</source>
        <translation>Keine Persona</translation>
    </message>
    <message>
        <source>No persona is open to you: an administrator can give you one, in the tab People</source>
        <translation>Keine Persona steht Ihnen offen: ein Administrator kann Ihnen eine geben, im Tab Personen</translation>
    </message>
    <message>
        <source>Nobody has a list of personas yet, so everybody may take every persona.</source>
        <translation>Noch hat niemand eine Liste von Personas, also stehen allen alle offen.</translation>
    </message>
    <message>
        <source>Nobody is signed in</source>
        <translation>Niemand ist angemeldet</translation>
    </message>
    <message>
        <source>Of menus and texts, from the next start on</source>
        <translation>Von Menüs und Texten, ab dem nächsten Start</translation>
    </message>
    <message>
        <source>On a database of one's own nobody signs in. On a shared server everybody is listed here.</source>
        <translation>An einer eigenen Datenbank meldet sich niemand an. Auf einem gemeinsamen Server sind hier alle zu sehen.</translation>
    </message>
    <message>
        <source>Only an administrator signs others out.</source>
        <translation>Nur die Administration meldet andere ab.</translation>
    </message>
    <message>
        <source>Opens the page of the first start: name, language, theme and persona</source>
        <translation>Öffnet die Seite des ersten Starts: Name, Sprache, Design und Persona</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Personas</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>Personas and rights</source>
        <translation>Personas und Rechte</translation>
    </message>
    <message>
        <source>Personas are given person by person: who has no list may take none.</source>
        <translation>Personas werden einzeln zugeteilt: ohne Liste steht keine offen.</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Präferenzen</translation>
    </message>
    <message>
        <source>Preferences, profile, name and e-mail</source>
        <translation>Präferenzen, Profil, Name und E-Mail</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>Jetzt neu starten</translation>
    </message>
    <message>
        <source>Rights of {name}</source>
        <translation>Rechte von {name}</translation>
    </message>
    <message>
        <source>Row {id}, in force since {since}.</source>
        <translation>Zeile {id}, in Kraft seit {since}.</translation>
    </message>
    <message>
        <source>Search by name or e-mail</source>
        <translation>Nach Name oder E-Mail suchen</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>Set up again…</source>
        <translation>Neu einrichten …</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message numerus="yes">
        <source>Sign out {name} everywhere ({n})</source>
        <extracomment>Sign out {name} everywhere ({n})</extracomment>
        <translation>
            <numerusform>{name} überall abmelden ({n})</numerusform>
            <numerusform>{name} überall abmelden ({n})</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sign out {n} sessions</source>
        <extracomment>Sign out {n} session</extracomment>
        <translation>
            <numerusform>{n} Sitzung abmelden</numerusform>
            <numerusform>{n} Sitzungen abmelden</numerusform>
        </translation>
    </message>
    <message>
        <source>Signed out.</source>
        <translation>Abgemeldet.</translation>
    </message>
    <message>
        <source>Signing somebody out cannot be undone.</source>
        <translation>Jemanden abzumelden lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Start working</source>
        <translation>Mit der Arbeit beginnen</translation>
    </message>
    <message>
        <source>Stores the answers and shows the first tab</source>
        <translation>Speichert die Angaben und zeigt den ersten Tab</translation>
    </message>
    <message>
        <source>That is me</source>
        <translation>Das bin ich</translation>
    </message>
    <message>
        <source>The account of the current person</source>
        <translation>Das Konto der aktuellen Person</translation>
    </message>
    <message>
        <source>The account “{account}” is somebody else already.</source>
        <translation>Das Konto „{account}“ gehört schon jemand anderem.</translation>
    </message>
    <message>
        <source>The colour scheme of the persona “{name}” has no colour written as #2B5BCB.</source>
        <translation>Das Farbschema der Persona „{name}“ enthält keine Farbe, die wie #2B5BCB geschrieben ist.</translation>
    </message>
    <message>
        <source>The colour schemes of personas are no object, and are left out.</source>
        <translation>Die Farbschemata der Personas sind kein Objekt und entfallen.</translation>
    </message>
    <message>
        <source>The first one</source>
        <translation>Die erste</translation>
    </message>
    <message>
        <source>The language changes when the program starts the next time</source>
        <translation>Die Sprache wechselt beim nächsten Start des Programms</translation>
    </message>
    <message>
        <source>The look, which changes at once</source>
        <translation>Das Aussehen, das sofort wechselt</translation>
    </message>
    <message>
        <source>The persona the window opens with</source>
        <translation>Die Persona, mit der das Fenster öffnet</translation>
    </message>
    <message>
        <source>The persona “{name}” is not open to you.</source>
        <translation>Die Persona „{name}“ steht hier nicht offen.</translation>
    </message>
    <message>
        <source>The picture of the persona “{name}” is left out. {reason}</source>
        <translation>Das Bild der Persona „{name}“ entfällt. {reason}</translation>
    </message>
    <message>
        <source>There is no active persona “{key}”.</source>
        <translation>Es gibt keine aktive Persona „{key}“.</translation>
    </message>
    <message>
        <source>There is no setting “{name}”</source>
        <translation>Es gibt keine Einstellung „{name}“</translation>
    </message>
    <message>
        <source>There is no time zone “{zone}”. Type a town, as in Berlin.</source>
        <translation>Es gibt keine Zeitzone „{zone}“. Eine Stadt eingeben, etwa Berlin.</translation>
    </message>
    <message>
        <source>This database does not know the account “{account}” of this computer. It is asked once.</source>
        <translation>Diese Datenbank kennt das Konto „{account}“ dieses Computers nicht. Gefragt wird nur einmal.</translation>
    </message>
    <message>
        <source>This database has no person “{user_id}”.</source>
        <translation>Diese Datenbank hat keine Person „{user_id}“.</translation>
    </message>
    <message>
        <source>Unknown persona</source>
        <translation>Unbekannte Persona</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Visitor</source>
        <translation>Gast</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>Where I am signed in</source>
        <translation>Wo ich angemeldet bin</translation>
    </message>
    <message>
        <source>Which personas the current person may take, and whether they may</source>
        <translation>Welche Personas der aktuellen Person offenstehen, und ob überhaupt</translation>
    </message>
    <message>
        <source>You are {name}, with the user name “{user}”.</source>
        <translation>{name}, mit dem Benutzernamen „{user}“.</translation>
    </message>
    <message>
        <source>Your settings are stored.</source>
        <translation>Die Einstellungen sind gespeichert.</translation>
    </message>
    <message>
        <source>all, without a list</source>
        <translation>alle, ohne Liste</translation>
    </message>
    <message>
        <source>another program</source>
        <translation>ein anderes Programm</translation>
    </message>
    <message>
        <source>never stored anything</source>
        <translation>hat nie etwas gespeichert</translation>
    </message>
    <message>
        <source>none, without a list</source>
        <translation>keine, ohne Liste</translation>
    </message>
    <message>
        <source>not active</source>
        <translation>nicht aktiv</translation>
    </message>
    <message>
        <source>preferences profile name language time zone theme quiet hours</source>
        <translation>präferenzen vorlieben profil name sprache zeitzone design thema ruhezeiten</translation>
    </message>
    <message>
        <source>sessions sign out log off machine</source>
        <translation>sitzungen abmelden ausloggen computer</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>your default persona</source>
        <translation>die eigene Standardpersona</translation>
    </message>
    <message>
        <source>your first tab</source>
        <translation>der eigene erste Tab</translation>
    </message>
    <message>
        <source>your language</source>
        <translation>die eigene Sprache</translation>
    </message>
    <message>
        <source>your language and time zone</source>
        <translation>die eigene Sprache und Zeitzone</translation>
    </message>
    <message>
        <source>your motion setting</source>
        <translation>die eigene Einstellung zur Bewegung</translation>
    </message>
    <message>
        <source>your name</source>
        <translation>der eigene Name</translation>
    </message>
    <message>
        <source>your notification setting</source>
        <translation>die eigene Einstellung zu Benachrichtigungen</translation>
    </message>
    <message>
        <source>your quiet hours</source>
        <translation>die eigenen Ruhezeiten</translation>
    </message>
    <message>
        <source>your row height</source>
        <translation>die eigene Zeilenhöhe</translation>
    </message>
    <message>
        <source>your set-up</source>
        <translation>die eigene Einrichtung</translation>
    </message>
    <message>
        <source>your settings</source>
        <translation>die eigenen Einstellungen</translation>
    </message>
    <message>
        <source>your theme</source>
        <translation>das eigene Design</translation>
    </message>
    <message>
        <source>your time zone</source>
        <translation>die eigene Zeitzone</translation>
    </message>
    <message>
        <source>your zoom</source>
        <translation>der eigene Zoom</translation>
    </message>
    <message>
        <source>{name} (this window)</source>
        <translation>{name} (dieses Fenster)</translation>
    </message>
    <message numerus="yes">
        <source>{n} rows, none in force.</source>
        <extracomment>1 row, not in force.</extracomment>
        <translation>
            <numerusform>1 Zeile, nicht in Kraft.</numerusform>
            <numerusform>{n} Zeilen, keine in Kraft.</numerusform>
        </translation>
    </message>
    <message>
        <source>“metadata” cannot be read: {why}.</source>
        <translation>„metadata“ lässt sich nicht lesen: {why}.</translation>
    </message>
    <message>
        <source>“metadata” is no object.</source>
        <translation>„metadata“ ist kein Objekt.</translation>
    </message>
    <message>
        <source>“{name}” is no colour: write it as #2B5BCB.</source>
        <translation>„{name}“ ist keine Farbe: Farben schreibt man wie #2B5BCB.</translation>
    </message>
    <message>
        <source>“{part}” of the persona “{name}” is no colour: write it as #2B5BCB.</source>
        <translation>„{part}“ der Persona „{name}“ ist keine Farbe: Farben schreibt man wie #2B5BCB.</translation>
    </message>
    <message>
        <source>“{value}” is not possible here</source>
        <translation>„{value}“ ist hier nicht möglich</translation>
    </message>
</context>
<context>
    <name>rights</name>
    <message>
        <source>Give another persona the access “Administrator” first.</source>
        <translation>Zuerst einer anderen Persona den Zugang „Administrator“ geben.</translation>
    </message>
    <message>
        <source>Give such a persona to an active person first, for example to yourself.</source>
        <translation>Zuerst einer aktiven Person eine solche Persona geben, zum Beispiel der eigenen.</translation>
    </message>
    <message>
        <source>No active persona would be left that administers this database. Nothing was stored.</source>
        <translation>Es bliebe keine aktive Persona, die diese Datenbank verwaltet. Nichts wurde gespeichert.</translation>
    </message>
    <message>
        <source>Nobody would be left who may take a persona that administers this database. Nothing was stored.</source>
        <translation>Niemand könnte mehr eine Persona annehmen, die diese Datenbank verwaltet. Nichts wurde gespeichert.</translation>
    </message>
    <message>
        <source>Switch to a persona that may, or ask an administrator.</source>
        <translation>Zu einer berechtigten Persona wechseln oder die Administration fragen.</translation>
    </message>
    <message>
        <source>The last administrator</source>
        <translation>Die letzte Administration</translation>
    </message>
    <message>
        <source>The persona “{persona}” is no longer open to you.</source>
        <translation>Die Persona „{persona}“ steht nicht mehr offen.</translation>
    </message>
    <message>
        <source>The persona “{persona}” lost the permission {permission} meanwhile.</source>
        <translation>Die Persona „{persona}“ hat inzwischen die Berechtigung {permission} verloren.</translation>
    </message>
    <message>
        <source>The persona “{persona}” was withdrawn meanwhile.</source>
        <translation>Die Persona „{persona}“ wurde inzwischen entzogen.</translation>
    </message>
    <message>
        <source>{why} Nothing was stored.</source>
        <translation>{why} Nichts wurde gespeichert.</translation>
    </message>
</context>
<context>
    <name>search</name>
    <message>
        <source>Agents</source>
        <translation>Agenten</translation>
    </message>
    <message>
        <source>Commercial property</source>
        <translation>Gewerbliche Sachversicherung</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Konfiguration</translation>
    </message>
    <message>
        <source>Database address</source>
        <translation>Adresse der Datenbank</translation>
    </message>
    <message>
        <source>Did you mean “{similar}”?</source>
        <translation>Ist „{similar}“ gemeint?</translation>
    </message>
    <message>
        <source>E-mails</source>
        <translation>E-Mails</translation>
    </message>
    <message>
        <source>Fewer or shorter words find more.</source>
        <translation>Weniger oder kürzere Wörter finden mehr.</translation>
    </message>
    <message>
        <source>Find in this page</source>
        <translation>Auf dieser Seite suchen</translation>
    </message>
    <message>
        <source>Find in this page ({key})</source>
        <translation>Auf dieser Seite suchen ({key})</translation>
    </message>
    <message>
        <source>Help page</source>
        <translation>Hilfeseite</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>Vorfälle</translation>
    </message>
    <message>
        <source>Larger letters</source>
        <translation>Größere Schrift</translation>
    </message>
    <message>
        <source>Light or dark, and what the program starts with: the setting theme.</source>
        <translation>Hell oder dunkel, und womit das Programm startet: die Einstellung theme.</translation>
    </message>
    <message>
        <source>Lists the pages that hold every word you type.</source>
        <translation>Nennt die Seiten, die jedes eingegebene Wort enthalten.</translation>
    </message>
    <message>
        <source>No page found</source>
        <translation>Keine Seite gefunden</translation>
    </message>
    <message>
        <source>Not on this page</source>
        <translation>Nicht auf dieser Seite</translation>
    </message>
    <message>
        <source>Nothing holds “{short}”. Shown: “{similar}”</source>
        <translation>„{short}“ kommt nirgends vor. Zu sehen: „{similar}“</translation>
    </message>
    <message>
        <source>Nothing that you may see holds “{short}”. Fewer or shorter words find more.</source>
        <translation>„{short}“ kommt in nichts vor, was zugänglich ist. Weniger oder kürzere Wörter finden mehr.</translation>
    </message>
    <message>
        <source>Page after ({key})</source>
        <translation>Nächste Seite ({key})</translation>
    </message>
    <message>
        <source>Page before ({key})</source>
        <translation>Vorige Seite ({key})</translation>
    </message>
    <message>
        <source>Persona to start with</source>
        <translation>Persona beim Start</translation>
    </message>
    <message>
        <source>Recent searches</source>
        <translation>Letzte Suchen</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>Alles durchsuchen</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>Hilfe durchsuchen</translation>
    </message>
    <message>
        <source>Show all in the table</source>
        <translation>Alle in der Tabelle zeigen</translation>
    </message>
    <message>
        <source>Signs without a word are looked for in the newest {newest} rows only.</source>
        <translation>Zeichen ohne ein Wort werden nur in den neuesten {newest} Zeilen gesucht.</translation>
    </message>
    <message>
        <source>Smaller letters</source>
        <translation>Kleinere Schrift</translation>
    </message>
    <message>
        <source>Submissions</source>
        <translation>Anträge</translation>
    </message>
    <message>
        <source>Submissions, incidents, e-mails, agents, settings and help</source>
        <translation>Anträge, Vorfälle, E-Mails, Agenten, Einstellungen und Hilfe</translation>
    </message>
    <message>
        <source>Tab goes from link to link, Enter follows one.</source>
        <translation>Tab geht von Link zu Link, Eingabe folgt einem.</translation>
    </message>
    <message>
        <source>The help pages are not where they belong.</source>
        <translation>Die Hilfeseiten sind nicht an ihrem Platz.</translation>
    </message>
    <message>
        <source>The page you choose is shown beside the list.</source>
        <translation>Die gewählte Seite steht neben der Liste.</translation>
    </message>
    <message>
        <source>This database lacks the index for texts, so {rows}.</source>
        <translation>Dieser Datenbank fehlt der Index für Texte, darum: {rows}.</translation>
    </message>
    <message>
        <source>Type a word, a name or a number such as INC-12. Typing slips are forgiven.</source>
        <translation>Ein Wort, einen Namen oder eine Nummer wie INC-12 eingeben. Tippfehler werden verziehen.</translation>
    </message>
    <message>
        <source>Which PostgreSQL server and database the program works on: the setting database_url.</source>
        <translation>Mit welchem PostgreSQL-Server und welcher Datenbank das Programm arbeitet: die Einstellung database_url.</translation>
    </message>
    <message>
        <source>Whom the window opens as: the setting persona.</source>
        <translation>Als wer das Fenster öffnet: die Einstellung persona.</translation>
    </message>
    <message>
        <source>Without a title</source>
        <translation>Ohne Titel</translation>
    </message>
    <message>
        <source>only the newest {newest} rows were searched</source>
        <translation>nur die neuesten {newest} Zeilen wurden durchsucht</translation>
    </message>
    <message>
        <source>{next_key} goes to the next place, {previous_key} to the one before.</source>
        <translation>{next_key} geht zur nächsten Stelle, {previous_key} zur vorigen.</translation>
    </message>
    <message>
        <source>{n} %</source>
        <translation>{n} %</translation>
    </message>
    <message numerus="yes">
        <source>{n} places</source>
        <extracomment>{n} place</extracomment>
        <translation>
            <numerusform>{n} Stelle</numerusform>
            <numerusform>{n} Stellen</numerusform>
        </translation>
    </message>
    <message>
        <source>↑ ↓ choose    Enter opens    Tab next kind    Esc closes</source>
        <translation>↑ ↓ wählen    Eingabe öffnet    Tab nächste Gruppe    Esc schließt</translation>
    </message>
</context>
<context>
    <name>shell</name>
    <message>
        <source>&gt; commands · # submissions · ! incidents · @ people · ? help · Ctrl+Enter searches all texts</source>
        <translation>&gt; Befehle · # Anträge · ! Vorfälle · @ Personen · ? Hilfe · Strg+Eingabe durchsucht alle Texte</translation>
    </message>
    <message>
        <source>A layout needs a name.</source>
        <translation>Ein Layout braucht einen Namen.</translation>
    </message>
    <message>
        <source>Add the column to the order</source>
        <translation>Spalte mitsortieren</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>All tabs are in windows of their own</source>
        <translation>Alle Tabs haben eigene Fenster</translation>
    </message>
    <message>
        <source>All that happened was looked at.</source>
        <translation>Alles, was geschah, wurde angesehen.</translation>
    </message>
    <message>
        <source>Area of the window before</source>
        <translation>Voriger Bereich des Fensters</translation>
    </message>
    <message>
        <source>Arranges the window so</source>
        <translation>Richtet das Fenster so ein</translation>
    </message>
    <message>
        <source>Ask the database now, without waiting for the next attempt</source>
        <translation>Die Datenbank jetzt fragen, ohne auf den nächsten Versuch zu warten</translation>
    </message>
    <message>
        <source>Back to the tab</source>
        <translation>Zurück zum Tab</translation>
    </message>
    <message>
        <source>Back to the tab (Alt+Left)</source>
        <translation>Zurück zum Tab (Alt+Links)</translation>
    </message>
    <message>
        <source>Calls the layout otherwise</source>
        <translation>Benennt das Layout anders</translation>
    </message>
    <message>
        <source>Change keys</source>
        <translation>Tasten ändern</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Choose one to bring its window forward.</source>
        <translation>Eines wählen, um sein Fenster nach vorn zu holen.</translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation>Liste leeren</translation>
    </message>
    <message>
        <source>Close and discard</source>
        <translation>Schließen und verwerfen</translation>
    </message>
    <message>
        <source>Close and keep drafts</source>
        <translation>Schließen, Entwürfe behalten</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>Meldung schließen</translation>
    </message>
    <message>
        <source>Close the notifications</source>
        <translation>Benachrichtigungen schließen</translation>
    </message>
    <message>
        <source>Close this window of its own</source>
        <translation>Dieses eigene Fenster schließen</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>Ohne Speichern schließen</translation>
    </message>
    <message>
        <source>Close “{dock}”</source>
        <translation>„{dock}“ schließen</translation>
    </message>
    <message>
        <source>Columns, order, groups, panes, docks, windows of their own, tab names and the size of the window become as they were delivered. Filters, drafts, open records and saved layouts stay.</source>
        <translation>Spalten, Reihenfolge, Gruppen, Teilungen, Docks, eigene Fenster, Namen der Tabs und die Größe des Fensters werden, wie sie ausgeliefert wurden. Filter, Entwürfe, offene Datensätze und gespeicherte Layouts bleiben.</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Connected without live updates</source>
        <translation>Verbunden, ohne laufende Aktualisierung</translation>
    </message>
    <message>
        <source>Connection lost, reconnecting</source>
        <translation>Verbindung abgebrochen, wird wiederhergestellt</translation>
    </message>
    <message>
        <source>Copy link to this place</source>
        <translation>Link zu dieser Stelle kopieren</translation>
    </message>
    <message>
        <source>Copy the rows selected</source>
        <translation>Ausgewählte Zeilen kopieren</translation>
    </message>
    <message>
        <source>Database: {state}</source>
        <translation>Datenbank: {state}</translation>
    </message>
    <message>
        <source>Delete the rows selected</source>
        <translation>Ausgewählte Zeilen löschen</translation>
    </message>
    <message>
        <source>Disturb again</source>
        <translation>Wieder melden</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>Nicht stören</translation>
    </message>
    <message>
        <source>Do not disturb for an hour</source>
        <translation>Eine Stunde nicht stören</translation>
    </message>
    <message>
        <source>Docks</source>
        <translation>Docks</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Edit the rows selected</source>
        <translation>Ausgewählte Zeilen bearbeiten</translation>
    </message>
    <message>
        <source>Embedded: on this computer, for you alone</source>
        <translation>Eingebettet: auf diesem Computer, nur für diese Person</translation>
    </message>
    <message>
        <source>Ends this work; nothing half done is left</source>
        <translation>Beendet diese Arbeit; nichts Halbes bleibt zurück</translation>
    </message>
    <message>
        <source>Enter asks for new keys, Delete takes the keys away.</source>
        <translation>Eingabe fragt nach neuen Tasten, Entf nimmt sie weg.</translation>
    </message>
    <message>
        <source>Enter opens, Space marks as read, Delete removes</source>
        <translation>Eingabe öffnet, Leertaste markiert als gelesen, Entf entfernt</translation>
    </message>
    <message>
        <source>Enter uses the layout that is chosen</source>
        <translation>Eingabe verwendet das gewählte Layout</translation>
    </message>
    <message>
        <source>Everything has its own keys again.</source>
        <translation>Alles hat wieder seine eigenen Tasten.</translation>
    </message>
    <message>
        <source>Exports, imports and other long work are listed here, and how they ended.</source>
        <translation>Hier stehen Exporte, Importe und andere lange Arbeiten, und wie sie endeten.</translation>
    </message>
    <message>
        <source>F1 and Ctrl+F1 work always.</source>
        <translation>F1 und Strg+F1 wirken immer.</translation>
    </message>
    <message>
        <source>Find a command or keys</source>
        <translation>Befehl oder Tasten suchen</translation>
    </message>
    <message>
        <source>Find a command, or keys such as Ctrl+B</source>
        <translation>Befehl oder Tasten wie Strg+B suchen</translation>
    </message>
    <message>
        <source>Finished exports and imports, changes by others and problems are told here.</source>
        <translation>Fertige Exporte und Importe, Änderungen anderer und Probleme erscheinen hier.</translation>
    </message>
    <message>
        <source>Finished work</source>
        <translation>Beendete Arbeiten</translation>
    </message>
    <message>
        <source>First row</source>
        <translation>Erste Zeile</translation>
    </message>
    <message>
        <source>For an hour</source>
        <translation>Für eine Stunde</translation>
    </message>
    <message>
        <source>Forgets the layout</source>
        <translation>Vergisst das Layout</translation>
    </message>
    <message>
        <source>Go to a tab, open a record, run a command</source>
        <translation>Zu einem Tab gehen, einen Datensatz öffnen, einen Befehl ausführen</translation>
    </message>
    <message>
        <source>Go to the next problem</source>
        <translation>Zum nächsten Problem gehen</translation>
    </message>
    <message>
        <source>Group by… (by a letter)</source>
        <translation>Gruppieren nach … (ein Buchstabe)</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>Wie weit es ist</translation>
    </message>
    <message>
        <source>In a form</source>
        <translation>In einem Formular</translation>
    </message>
    <message>
        <source>In a table</source>
        <translation>In einer Tabelle</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Information</translation>
    </message>
    <message>
        <source>It stays until you save or revert what you typed.</source>
        <translation>Er bleibt, bis Sie Ihre Eingaben speichern oder verwerfen.</translation>
    </message>
    <message>
        <source>J, K, X, E, F, G and V in tables.</source>
        <translation>J, K, X, E, F, G und V in Tabellen.</translation>
    </message>
    <message>
        <source>Keep working</source>
        <translation>Weiterarbeiten</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>Last row</source>
        <translation>Letzte Zeile</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Layout</translation>
    </message>
    <message>
        <source>Layouts</source>
        <translation>Layouts</translation>
    </message>
    <message>
        <source>Layouts…</source>
        <translation>Layouts …</translation>
    </message>
    <message>
        <source>Leave without saving</source>
        <translation>Ohne Speichern verlassen</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Hell oder dunkel</translation>
    </message>
    <message>
        <source>Lists and records come as soon as it answers.</source>
        <translation>Listen und Datensätze kommen, sobald sie antwortet.</translation>
    </message>
    <message>
        <source>Lists only those with this text in them</source>
        <translation>Nennt nur die, die diesen Text enthalten</translation>
    </message>
    <message>
        <source>Live updates off</source>
        <translation>Laufende Aktualisierung aus</translation>
    </message>
    <message>
        <source>Looking as {name}. Choose another persona.</source>
        <translation>Zu sehen als {name}. Andere Persona wählen.</translation>
    </message>
    <message>
        <source>Make the column narrower</source>
        <translation>Spalte schmaler machen</translation>
    </message>
    <message>
        <source>Make the column wider</source>
        <translation>Spalte breiter machen</translation>
    </message>
    <message>
        <source>Mark all as read</source>
        <translation>Alle als gelesen markieren</translation>
    </message>
    <message>
        <source>More above</source>
        <translation>Mehr darüber</translation>
    </message>
    <message>
        <source>More below</source>
        <translation>Mehr darunter</translation>
    </message>
    <message>
        <source>More for the column</source>
        <translation>Mehr zur Spalte</translation>
    </message>
    <message>
        <source>Move the column to the left</source>
        <translation>Spalte nach links verschieben</translation>
    </message>
    <message>
        <source>Move the column to the right</source>
        <translation>Spalte nach rechts verschieben</translation>
    </message>
    <message>
        <source>Move to the bottom</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Move to the left</source>
        <translation>Nach links</translation>
    </message>
    <message>
        <source>Move to the right</source>
        <translation>Nach rechts</translation>
    </message>
    <message>
        <source>Moves it to another side or into its own window</source>
        <translation>Verschiebt es an eine andere Seite oder in ein eigenes Fenster</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>Neue Tasten</translation>
    </message>
    <message>
        <source>New keys for “{title}”</source>
        <translation>Neue Tasten für „{title}“</translation>
    </message>
    <message>
        <source>New records</source>
        <translation>Neue Datensätze</translation>
    </message>
    <message>
        <source>New {record}</source>
        <translation>Neu: {record}</translation>
    </message>
    <message>
        <source>New {record}: {form}</source>
        <translation>Neu: {record} ({form})</translation>
    </message>
    <message>
        <source>Next area of the window</source>
        <translation>Nächster Bereich des Fensters</translation>
    </message>
    <message>
        <source>Next attempt in {span}.</source>
        <translation>Nächster Versuch in {span}.</translation>
    </message>
    <message>
        <source>Next row</source>
        <translation>Nächste Zeile</translation>
    </message>
    <message>
        <source>No active tab is open to it. An administrator can change that in the tab configurations.</source>
        <translation>Ihr steht kein aktiver Tab offen. Die Administration kann das in den Tab-Konfigurationen ändern.</translation>
    </message>
    <message>
        <source>No command found</source>
        <translation>Kein Befehl gefunden</translation>
    </message>
    <message>
        <source>No command is called “{typed}”.</source>
        <translation>Es gibt keinen Befehl „{typed}“.</translation>
    </message>
    <message>
        <source>No commands</source>
        <translation>Keine Befehle</translation>
    </message>
    <message>
        <source>No help page holds “{typed}”.</source>
        <translation>Keine Hilfeseite enthält „{typed}“.</translation>
    </message>
    <message>
        <source>No help pages</source>
        <translation>Keine Hilfeseiten</translation>
    </message>
    <message>
        <source>No incident found</source>
        <translation>Kein Vorfall gefunden</translation>
    </message>
    <message>
        <source>No incident that you may see holds “{typed}”.</source>
        <translation>Kein zugänglicher Vorfall enthält „{typed}“.</translation>
    </message>
    <message>
        <source>No incidents</source>
        <translation>Keine Vorfälle</translation>
    </message>
    <message>
        <source>No layout is saved yet. View &gt; Layout &gt; Save layout keeps the present one.</source>
        <translation>Noch ist kein Layout gespeichert. Ansicht &gt; Layout &gt; Layout speichern bewahrt das jetzige.</translation>
    </message>
    <message>
        <source>No link leads to what is shown here.</source>
        <translation>Zu dem, was hier zu sehen ist, führt kein Link.</translation>
    </message>
    <message>
        <source>No notification holds this text.</source>
        <translation>Keine Benachrichtigung enthält diesen Text.</translation>
    </message>
    <message>
        <source>No persona and nobody that you may see is called “{typed}”.</source>
        <translation>Keine zugängliche Persona oder Person heißt „{typed}“.</translation>
    </message>
    <message>
        <source>No quiet hours; your settings have them</source>
        <translation>Keine Ruhezeiten; sie stehen in den Einstellungen</translation>
    </message>
    <message>
        <source>No submission found</source>
        <translation>Kein Antrag gefunden</translation>
    </message>
    <message>
        <source>No submission that you may see holds “{typed}”.</source>
        <translation>Kein zugänglicher Antrag enthält „{typed}“.</translation>
    </message>
    <message>
        <source>No submissions</source>
        <translation>Keine Anträge</translation>
    </message>
    <message>
        <source>No tab, command, persona or record answers “{typed}”. Ctrl+Enter searches all texts for it.</source>
        <translation>Kein Tab, Befehl oder Datensatz und keine Persona passt zu „{typed}“. Strg+Eingabe sucht in allen Texten.</translation>
    </message>
    <message>
        <source>No tabs for this persona</source>
        <translation>Keine Tabs für diese Persona</translation>
    </message>
    <message>
        <source>Nobody found</source>
        <translation>Niemand gefunden</translation>
    </message>
    <message>
        <source>Nobody to choose from</source>
        <translation>Niemand zur Auswahl</translation>
    </message>
    <message>
        <source>Nothing can be run just now.</source>
        <translation>Gerade lässt sich nichts ausführen.</translation>
    </message>
    <message>
        <source>Nothing happened yet</source>
        <translation>Noch ist nichts geschehen</translation>
    </message>
    <message>
        <source>Nothing is called “{text}”, and no keys are.</source>
        <translation>Nichts heißt „{text}“, auch keine Tasten heißen so.</translation>
    </message>
    <message>
        <source>Nothing is under way</source>
        <translation>Keine Arbeit läuft</translation>
    </message>
    <message>
        <source>Nothing pops up now. What happens is kept here.</source>
        <translation>Jetzt erscheint nichts von selbst. Was geschieht, bleibt hier.</translation>
    </message>
    <message>
        <source>Nothing to choose from yet</source>
        <translation>Noch nichts zur Auswahl</translation>
    </message>
    <message>
        <source>Nothing unread</source>
        <translation>Nichts ungelesen</translation>
    </message>
    <message>
        <source>Notifications beside the list</source>
        <translation>Benachrichtigungen neben der Liste</translation>
    </message>
    <message>
        <source>On Saturday and Sunday</source>
        <translation>Am Samstag und Sonntag</translation>
    </message>
    <message>
        <source>On a server</source>
        <translation>Auf einem Server</translation>
    </message>
    <message>
        <source>Open a tab or a record, run a command</source>
        <translation>Tab oder Datensatz öffnen, Befehl ausführen</translation>
    </message>
    <message>
        <source>Open in its own window</source>
        <translation>Im eigenen Fenster öffnen</translation>
    </message>
    <message>
        <source>Open the record</source>
        <translation>Datensatz öffnen</translation>
    </message>
    <message>
        <source>Open what the cell refers to</source>
        <translation>Öffnen, worauf die Zelle verweist</translation>
    </message>
    <message>
        <source>Opens details of the database</source>
        <translation>Öffnet Einzelheiten zur Datenbank</translation>
    </message>
    <message>
        <source>Opens the list of all work under way</source>
        <translation>Öffnet die Liste aller laufenden Arbeiten</translation>
    </message>
    <message>
        <source>Original size</source>
        <translation>Ursprüngliche Größe</translation>
    </message>
    <message>
        <source>Out of reach</source>
        <translation>Nicht erreichbar</translation>
    </message>
    <message>
        <source>Own window</source>
        <translation>Eigenes Fenster</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Place of “{dock}”</source>
        <translation>Platz von „{dock}“</translation>
    </message>
    <message>
        <source>Press the keys to be used. Escape leaves everything as it is.</source>
        <translation>Die gewünschten Tasten drücken. Esc lässt alles, wie es ist.</translation>
    </message>
    <message>
        <source>Press the new keys</source>
        <translation>Die neuen Tasten drücken</translation>
    </message>
    <message>
        <source>Previous row</source>
        <translation>Vorige Zeile</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Put all windows back</source>
        <translation>Alle Fenster zurückholen</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Quiet hours from {begin} to {end}</source>
        <translation>Ruhezeiten von {begin} bis {end}</translation>
    </message>
    <message>
        <source>Quiet hours now</source>
        <translation>Jetzt ist Ruhezeit</translation>
    </message>
    <message>
        <source>Quiet until {time}</source>
        <translation>Ruhe bis {time}</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Record beside the list</source>
        <translation>Datensatz neben der Liste</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Redo the other {n}</source>
        <translation>Die übrigen {n} wiederholen</translation>
    </message>
    <message>
        <source>Redone: {step}</source>
        <translation>Wiederholt: {step}</translation>
    </message>
    <message>
        <source>Remove keys</source>
        <translation>Tasten wegnehmen</translation>
    </message>
    <message>
        <source>Rename layout</source>
        <translation>Layout umbenennen</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Alle zurücksetzen</translation>
    </message>
    <message>
        <source>Reset layout</source>
        <translation>Layout zurücksetzen</translation>
    </message>
    <message>
        <source>Reset layout…</source>
        <translation>Layout zurücksetzen …</translation>
    </message>
    <message>
        <source>Reset sample data…</source>
        <translation>Beispieldaten zurücksetzen …</translation>
    </message>
    <message>
        <source>Reset the layout?</source>
        <translation>Das Layout zurücksetzen?</translation>
    </message>
    <message>
        <source>Return from what is open above the tab</source>
        <translation>Zurück von dem, was über dem Tab offen ist</translation>
    </message>
    <message>
        <source>Safe start: nothing was brought back, and the colours and theme are the delivered ones.</source>
        <translation>Sicherer Start: nichts wurde zurückgeholt, Farben und Design sind die ausgelieferten.</translation>
    </message>
    <message>
        <source>Save layout</source>
        <translation>Layout speichern</translation>
    </message>
    <message>
        <source>Save layout…</source>
        <translation>Layout speichern …</translation>
    </message>
    <message>
        <source>Save or leave the record in the main window first.</source>
        <translation>Zuerst den Datensatz im Hauptfenster speichern oder verlassen.</translation>
    </message>
    <message>
        <source>Saved views… (by a letter)</source>
        <translation>Gespeicherte Ansichten … (ein Buchstabe)</translation>
    </message>
    <message>
        <source>Scrolls to the tabs out of sight</source>
        <translation>Rollt zu den Tabs außer Sicht</translation>
    </message>
    <message>
        <source>Search notifications</source>
        <translation>Benachrichtigungen durchsuchen</translation>
    </message>
    <message>
        <source>Search or run a command</source>
        <translation>Suchen oder Befehl ausführen</translation>
    </message>
    <message>
        <source>Select the row, or not</source>
        <translation>Zeile auswählen oder nicht</translation>
    </message>
    <message>
        <source>Shortcuts are on</source>
        <translation>Kürzel sind an</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Show all notifications</source>
        <translation>Alle Benachrichtigungen anzeigen</translation>
    </message>
    <message>
        <source>Show all work under way</source>
        <translation>Alle laufenden Arbeiten anzeigen</translation>
    </message>
    <message>
        <source>Show only this value</source>
        <translation>Nur diesen Wert anzeigen</translation>
    </message>
    <message>
        <source>Show only what nobody looked at</source>
        <translation>Nur zeigen, was noch niemand angesehen hat</translation>
    </message>
    <message>
        <source>Show or hide tab names</source>
        <translation>Namen der Tabs ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Show the new layout</source>
        <translation>Neue Anordnung zeigen</translation>
    </message>
    <message>
        <source>Show the record</source>
        <translation>Datensatz zeigen</translation>
    </message>
    <message>
        <source>Shows this in the main window again</source>
        <translation>Zeigt dies wieder im Hauptfenster</translation>
    </message>
    <message>
        <source>Similar</source>
        <translation>Ähnliches</translation>
    </message>
    <message>
        <source>Single letters are shortcuts</source>
        <translation>Einzelne Buchstaben sind Kürzel</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>Some of them cannot be kept as a draft and would be lost.</source>
        <translation>Manche davon lassen sich nicht als Entwurf aufbewahren und gingen verloren.</translation>
    </message>
    <message>
        <source>Sort by the column</source>
        <translation>Nach der Spalte sortieren</translation>
    </message>
    <message>
        <source>Starting the database</source>
        <translation>Datenbank startet</translation>
    </message>
    <message numerus="yes">
        <source>Stop them and close</source>
        <extracomment>Stop it and close</extracomment>
        <translation>
            <numerusform>Anhalten und schließen</numerusform>
            <numerusform>Alle anhalten und schließen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stop them and close without saving</source>
        <extracomment>Stop it and close without saving</extracomment>
        <translation>
            <numerusform>Anhalten und ohne Speichern schließen</numerusform>
            <numerusform>Alle anhalten und ohne Speichern schließen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stop them, close and keep drafts</source>
        <extracomment>Stop it, close and keep drafts</extracomment>
        <translation>
            <numerusform>Anhalten, schließen, Entwürfe behalten</numerusform>
            <numerusform>Alle anhalten, schließen, Entwürfe behalten</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop: {job}</source>
        <translation>Anhalten: {job}</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>Tauschen</translation>
    </message>
    <message>
        <source>Swap gives it the keys that become free; other keys can be pressed.</source>
        <translation>Beim Tauschen bekommt er die frei werdenden Tasten; es lassen sich auch andere drücken.</translation>
    </message>
    <message>
        <source>Switch between light and dark</source>
        <translation>Zwischen Hell und Dunkel wechseln</translation>
    </message>
    <message>
        <source>Switch to {persona}</source>
        <translation>Zu {persona} wechseln</translation>
    </message>
    <message>
        <source>Switch without saving</source>
        <translation>Ohne Speichern wechseln</translation>
    </message>
    <message>
        <source>Switched off in your settings</source>
        <translation>In den Einstellungen ausgeschaltet</translation>
    </message>
    <message>
        <source>Tab {place}</source>
        <translation>Tab {place}</translation>
    </message>
    <message>
        <source>Tabs and records appear here with the database.</source>
        <translation>Tabs und Datensätze erscheinen hier mit der Datenbank.</translation>
    </message>
    <message>
        <source>Take back the field</source>
        <translation>Feld zurücknehmen</translation>
    </message>
    <message>
        <source>That persona is no longer there.</source>
        <translation>Diese Persona gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>That tab is no longer there.</source>
        <translation>Diesen Tab gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>The View menu opens it again</source>
        <translation>Das Menü Ansicht öffnet es wieder</translation>
    </message>
    <message>
        <source>The arrangement of the last time could not be read. It is set aside, with “.aside” in its name, next to {file}. Drafts in the database are not touched.</source>
        <translation>Die Anordnung vom letzten Mal ließ sich nicht lesen. Sie liegt, mit „.aside“ im Namen, neben {file}. Entwürfe in der Datenbank sind unberührt.</translation>
    </message>
    <message>
        <source>The company's look is shown in part</source>
        <translation>Das Erscheinungsbild des Unternehmens ist nur zum Teil zu sehen</translation>
    </message>
    <message>
        <source>The database</source>
        <translation>Die Datenbank</translation>
    </message>
    <message>
        <source>The database does not answer. The list comes back with it.</source>
        <translation>Die Datenbank antwortet nicht. Die Liste kommt mit ihr wieder.</translation>
    </message>
    <message>
        <source>The database does not answer: only the newest are shown.</source>
        <translation>Die Datenbank antwortet nicht: nur die neuesten sind zu sehen.</translation>
    </message>
    <message>
        <source>The layout is as it was delivered.</source>
        <translation>Das Layout ist wie ausgeliefert.</translation>
    </message>
    <message>
        <source>The layout is too large to be kept.</source>
        <translation>Das Layout ist zu groß, um bewahrt zu werden.</translation>
    </message>
    <message>
        <source>The look of personas is shown in part</source>
        <translation>Das Aussehen der Personas ist nur zum Teil zu sehen</translation>
    </message>
    <message>
        <source>The name is longer than {n} characters.</source>
        <translation>Der Name ist länger als {n} Zeichen.</translation>
    </message>
    <message>
        <source>The one that the list's cursor stands on is shown here.</source>
        <translation>Hier ist der zu sehen, auf dem der Cursor der Liste steht.</translation>
    </message>
    <message>
        <source>The page before has changes that are not saved.</source>
        <translation>Die Seite davor hat ungespeicherte Änderungen.</translation>
    </message>
    <message>
        <source>The persona {name} is no longer open to you</source>
        <translation>Die Persona {name} steht nicht mehr offen</translation>
    </message>
    <message>
        <source>The record is open already</source>
        <translation>Der Datensatz ist schon offen</translation>
    </message>
    <message>
        <source>The shortcuts hold until the program ends: this database has no place for them.</source>
        <translation>Die Kürzel gelten bis zum Ende des Programms: diese Datenbank hat keinen Platz dafür.</translation>
    </message>
    <message>
        <source>There are changes that are not saved, and {running}.</source>
        <translation>Es gibt ungespeicherte Änderungen, und {running}.</translation>
    </message>
    <message>
        <source>There are changes that are not saved.</source>
        <translation>Es gibt ungespeicherte Änderungen.</translation>
    </message>
    <message>
        <source>There are changes that are not saved. Closing this window gives them up.</source>
        <translation>Es gibt ungespeicherte Änderungen. Mit dem Schließen dieses Fensters gehen sie verloren.</translation>
    </message>
    <message>
        <source>There are none that you may see.</source>
        <translation>Zugänglich ist keiner.</translation>
    </message>
    <message>
        <source>There are {n} layouts already. Delete one first.</source>
        <translation>Es gibt schon {n} Layouts. Zuerst eines löschen.</translation>
    </message>
    <message>
        <source>There is a layout “{name}” already.</source>
        <translation>Es gibt schon ein Layout „{name}“.</translation>
    </message>
    <message>
        <source>There is no command of that name any more.</source>
        <translation>Einen Befehl dieses Namens gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>There is no layout “{name}” any more.</source>
        <translation>Das Layout „{name}“ gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>There is no other persona, and nobody that you may see.</source>
        <translation>Es gibt keine andere Persona und keine zugängliche Person.</translation>
    </message>
    <message>
        <source>These keys cannot be used.</source>
        <translation>Diese Tasten lassen sich nicht verwenden.</translation>
    </message>
    <message>
        <source>These keys move and leave everywhere.</source>
        <translation>Diese Tasten bewegen und verlassen überall.</translation>
    </message>
    <message>
        <source>They are kept as drafts and come back with the record.</source>
        <translation>Sie bleiben als Entwürfe und kommen mit dem Datensatz wieder.</translation>
    </message>
    <message>
        <source>This cannot be undone: the database keeps no journal of changes.</source>
        <translation>Das lässt sich nicht rückgängig machen: die Datenbank führt kein Journal der Änderungen.</translation>
    </message>
    <message>
        <source>This database does not announce changes: what others change appears when a list is read again.</source>
        <translation>Diese Datenbank meldet keine Änderungen: was andere ändern, erscheint beim nächsten Lesen der Liste.</translation>
    </message>
    <message>
        <source>This database keeps no history: the list goes when the window closes.</source>
        <translation>Diese Datenbank führt keinen Verlauf: die Liste geht mit dem Fenster.</translation>
    </message>
    <message>
        <source>This page stays in the main window. Records and tabs can have their own.</source>
        <translation>Diese Seite bleibt im Hauptfenster. Datensätze und Tabs können eigene haben.</translation>
    </message>
    <message>
        <source>This record has changes that are not saved.</source>
        <translation>Dieser Datensatz hat ungespeicherte Änderungen.</translation>
    </message>
    <message>
        <source>This tab has been taken away</source>
        <translation>Dieser Tab wurde entfernt</translation>
    </message>
    <message>
        <source>This tab has changed</source>
        <translation>Dieser Tab hat sich geändert</translation>
    </message>
    <message>
        <source>This tab shows it beside the list.</source>
        <translation>Dieser Tab zeigt ihn neben der Liste.</translation>
    </message>
    <message>
        <source>This tab's row has faults</source>
        <translation>Die Zeile dieses Tabs hat Fehler</translation>
    </message>
    <message>
        <source>To the search field of the table</source>
        <translation>Zum Suchfeld der Tabelle</translation>
    </message>
    <message>
        <source>Try again now</source>
        <translation>Jetzt noch einmal versuchen</translation>
    </message>
    <message>
        <source>Trying to reach it.</source>
        <translation>Ein neuer Versuch läuft gerade.</translation>
    </message>
    <message>
        <source>Type what to open or to run. Arrows choose, Enter runs, Escape closes.</source>
        <translation>Eingeben, was zu öffnen oder auszuführen ist. Pfeile wählen, Eingabe führt aus, Esc schließt.</translation>
    </message>
    <message>
        <source>Undo the other {n}</source>
        <translation>Die übrigen {n} rückgängig machen</translation>
    </message>
    <message>
        <source>Undone: {step}</source>
        <translation>Rückgängig gemacht: {step}</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Ungelesen</translation>
    </message>
    <message>
        <source>Until the next morning</source>
        <translation>Bis zum nächsten Morgen</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>What can be run</source>
        <translation>Was sich ausführen lässt</translation>
    </message>
    <message>
        <source>What ended since the window was opened, the last first</source>
        <translation>Was seit dem Öffnen des Fensters endete, das Letzte zuerst</translation>
    </message>
    <message>
        <source>What happened lately</source>
        <translation>Was zuletzt geschah</translation>
    </message>
    <message>
        <source>What happened lately, the newest first</source>
        <translation>Was zuletzt geschah, das Neueste zuerst</translation>
    </message>
    <message>
        <source>What is open can be read, copied and typed in. Saving, searching and reading on wait for the database.</source>
        <translation>Was offen ist, lässt sich lesen, kopieren und ausfüllen. Speichern, Suchen und Weiterlesen warten auf die Datenbank.</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was er tut</translation>
    </message>
    <message>
        <source>What others change appears here by itself.</source>
        <translation>Was andere ändern, erscheint hier von selbst.</translation>
    </message>
    <message>
        <source>What was begun here is not finished.</source>
        <translation>Was hier begonnen wurde, ist nicht fertig.</translation>
    </message>
    <message>
        <source>What you typed is kept. The new layout appears when you ask for it.</source>
        <translation>Ihre Eingaben bleiben erhalten. Die neue Anordnung erscheint auf Ihren Wunsch.</translation>
    </message>
    <message>
        <source>Where people type, one key alone is text. Hold Ctrl or Alt as well, or use a function key.</source>
        <translation>Wo getippt wird, ist eine Taste allein Text. Dazu Strg oder Alt halten oder eine Funktionstaste nehmen.</translation>
    </message>
    <message>
        <source>Window not as it was</source>
        <translation>Fenster nicht wie zuvor</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Arbeiten</translation>
    </message>
    <message>
        <source>Work under way</source>
        <translation>Laufende Arbeiten</translation>
    </message>
    <message>
        <source>Work under way and finished</source>
        <translation>Laufende und beendete Arbeiten</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>You look as {name} now. What you had typed is kept.</source>
        <translation>Jetzt zu sehen als {name}. Die Eingaben bleiben erhalten.</translation>
    </message>
    <message>
        <source>Zoom {percent} %</source>
        <translation>Zoom {percent} %</translation>
    </message>
    <message>
        <source>attach dock gather tabs</source>
        <translation>anheften andocken sammeln tabs</translation>
    </message>
    <message>
        <source>bell messages history told</source>
        <translation>glocke meldungen verlauf gemeldet</translation>
    </message>
    <message>
        <source>create add record</source>
        <translation>anlegen hinzufügen datensatz</translation>
    </message>
    <message>
        <source>detach tear off put back tab record second screen monitor</source>
        <translation>lösen abtrennen zurückholen tab datensatz zweiter bildschirm monitor</translation>
    </message>
    <message>
        <source>do again repeat</source>
        <translation>noch einmal wiederholen</translation>
    </message>
    <message>
        <source>dock bell panel history</source>
        <translation>dock glocke bereich verlauf</translation>
    </message>
    <message>
        <source>dock detail panel preview inspector</source>
        <translation>dock einzelheiten bereich vorschau</translation>
    </message>
    <message>
        <source>dock jobs exports imports progress history panel</source>
        <translation>dock arbeiten exporte importe fortschritt verlauf bereich</translation>
    </message>
    <message>
        <source>exit close window</source>
        <translation>beenden fenster schließen</translation>
    </message>
    <message>
        <source>find full text</source>
        <translation>suchen volltext</translation>
    </message>
    <message>
        <source>focus pane rail bar content dock status keyboard</source>
        <translation>fokus bereich leiste inhalt dock status tastatur</translation>
    </message>
    <message>
        <source>go to show</source>
        <translation>gehe zu zeigen</translation>
    </message>
    <message>
        <source>jarvis address share</source>
        <translation>jarvis adresse teilen</translation>
    </message>
    <message>
        <source>keys bindings remap hotkeys</source>
        <translation>tasten kürzel belegung ändern</translation>
    </message>
    <message>
        <source>manual pages documentation</source>
        <translation>handbuch seiten dokumentation</translation>
    </message>
    <message>
        <source>new {kind} {name} stored</source>
        <translation>{kind} {name} angelegt</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>nicht gelesen</translation>
    </message>
    <message>
        <source>persona person look as</source>
        <translation>persona person ansehen als</translation>
    </message>
    <message>
        <source>perspective choose rename delete arrangement</source>
        <translation>perspektive wählen umbenennen löschen anordnung</translation>
    </message>
    <message>
        <source>perspective delivered default arrangement</source>
        <translation>perspektive ausgeliefert standard anordnung</translation>
    </message>
    <message>
        <source>perspective workspace arrangement keep</source>
        <translation>perspektive arbeitsbereich anordnung bewahren</translation>
    </message>
    <message>
        <source>put back tab</source>
        <translation>tab zurückholen</translation>
    </message>
    <message>
        <source>quiet hours silence mute</source>
        <translation>ruhezeiten stille stumm</translation>
    </message>
    <message>
        <source>rail sidebar navigation narrow wide</source>
        <translation>leiste seitenleiste navigation schmal breit</translation>
    </message>
    <message>
        <source>restore example starter rows</source>
        <translation>wiederherstellen beispiel starter zeilen</translation>
    </message>
    <message>
        <source>return leave record</source>
        <translation>zurück verlassen datensatz</translation>
    </message>
    <message>
        <source>run find go to anything</source>
        <translation>ausführen finden gehe zu alles</translation>
    </message>
    <message>
        <source>take back revert</source>
        <translation>zurücknehmen verwerfen</translation>
    </message>
    <message numerus="yes">
        <source>the adding of {n} files</source>
        <extracomment>the adding of a file</extracomment>
        <translation>
            <numerusform>das Hinzufügen einer Datei</numerusform>
            <numerusform>das Hinzufügen von {n} Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>theme accessibility black and white</source>
        <translation>design thema barrierefrei schwarz weiß</translation>
    </message>
    <message>
        <source>theme automatic follow</source>
        <translation>design thema automatisch folgen</translation>
    </message>
    <message>
        <source>theme bright day white</source>
        <translation>design thema hell tag weiß</translation>
    </message>
    <message>
        <source>theme colours night mode</source>
        <translation>design thema farben nachtmodus</translation>
    </message>
    <message>
        <source>theme night black</source>
        <translation>design thema nacht schwarz</translation>
    </message>
    <message>
        <source>typed unsaved not saved recover</source>
        <translation>getippt ungespeichert nicht gespeichert wiederherstellen</translation>
    </message>
    <message>
        <source>version licence</source>
        <translation>version lizenz</translation>
    </message>
    <message>
        <source>view “{name}” deleted</source>
        <translation>Ansicht „{name}“ gelöscht</translation>
    </message>
    <message>
        <source>zoom in bigger magnify</source>
        <translation>zoom größer vergrößern</translation>
    </message>
    <message>
        <source>zoom out</source>
        <translation>zoom kleiner</translation>
    </message>
    <message>
        <source>zoom reset 100</source>
        <translation>zoom zurücksetzen 100</translation>
    </message>
    <message>
        <source>{counted} imported</source>
        <translation>{counted} importiert</translation>
    </message>
    <message numerus="yes">
        <source>{jobs} are running</source>
        <extracomment>{jobs} is running</extracomment>
        <translation>
            <numerusform>{jobs} läuft</numerusform>
            <numerusform>{jobs} laufen</numerusform>
        </translation>
    </message>
    <message>
        <source>{keys} is {others} already.</source>
        <translation>{keys} ist schon {others}.</translation>
    </message>
    <message>
        <source>{keys} is “{title}” now.</source>
        <translation>{keys} ist jetzt „{title}“.</translation>
    </message>
    <message>
        <source>{named} deleted</source>
        <translation>{named} gelöscht</translation>
    </message>
    <message numerus="yes">
        <source>{n} exports</source>
        <extracomment>an export</extracomment>
        <translation>
            <numerusform>ein Export</numerusform>
            <numerusform>{n} Exporte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} imports</source>
        <extracomment>an import</extracomment>
        <translation>
            <numerusform>ein Import</numerusform>
            <numerusform>{n} Importe</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} more</source>
        <translation>{n} weitere</translation>
    </message>
    <message numerus="yes">
        <source>{n} new notifications</source>
        <extracomment>{n} new notification</extracomment>
        <translation>
            <numerusform>{n} neue Benachrichtigung</numerusform>
            <numerusform>{n} neue Benachrichtigungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} notifications removed</source>
        <extracomment>{n} notification removed</extracomment>
        <translation>
            <numerusform>{n} Benachrichtigung entfernt</numerusform>
            <numerusform>{n} Benachrichtigungen entfernt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} of the stored shortcuts mean nothing and were left out.</source>
        <extracomment>One of the stored shortcuts means nothing and was left out.</extracomment>
        <translation>
            <numerusform>Eines der gespeicherten Kürzel bedeutet nichts und wurde ausgelassen.</numerusform>
            <numerusform>{n} der gespeicherten Kürzel bedeuten nichts und wurden ausgelassen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} tasks</source>
        <extracomment>a task</extracomment>
        <translation>
            <numerusform>eine Arbeit</numerusform>
            <numerusform>{n} Arbeiten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} unread</source>
        <extracomment>{n} unread</extracomment>
        <translation>
            <numerusform>{n} ungelesen</numerusform>
            <numerusform>{n} ungelesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} unread notifications</source>
        <extracomment>{n} unread notification</extracomment>
        <translation>
            <numerusform>{n} ungelesene Benachrichtigung</numerusform>
            <numerusform>{n} ungelesene Benachrichtigungen</numerusform>
        </translation>
    </message>
    <message>
        <source>{person}, working as {persona}</source>
        <translation>{person}, als {persona}</translation>
    </message>
    <message>
        <source>{state}, since {time}</source>
        <translation>{state}, seit {time}</translation>
    </message>
    <message>
        <source>{title} · JARVIS Desktop</source>
        <translation>{title} · JARVIS Desktop</translation>
    </message>
    <message>
        <source>{what} changed</source>
        <translation>Geändert: {what}</translation>
    </message>
    <message>
        <source>“{title}” always has these keys.</source>
        <translation>„{title}“ hat diese Tasten immer.</translation>
    </message>
    <message>
        <source>“{title}” cannot have its own keys back: “{other}” has them now.</source>
        <translation>„{title}“ kann die eigenen Tasten nicht zurückbekommen: „{other}“ hat sie jetzt.</translation>
    </message>
</context>
<context>
    <name>tables</name>
    <message>
        <source> · part {index} of {count} of the columns</source>
        <translation> · Teil {index} von {count} der Spalten</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(leer)</translation>
    </message>
    <message>
        <source>(no text)</source>
        <translation>(kein Text)</translation>
    </message>
    <message>
        <source>2026-03-31 or last 7 days</source>
        <translation>31.03.2026 oder letzte 7 Tage</translation>
    </message>
    <message>
        <source>2026-03-31, 14:30 or last 7 days</source>
        <translation>31.03.2026 14:30 oder letzte 7 Tage</translation>
    </message>
    <message>
        <source>AI Governance</source>
        <translation>KI-Governance</translation>
    </message>
    <message>
        <source>AI model</source>
        <translation>KI-Modell</translation>
    </message>
    <message>
        <source>AI models</source>
        <translation>KI-Modelle</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Active users</source>
        <translation>Aktive Benutzer</translation>
    </message>
    <message>
        <source>Activity type</source>
        <translation>Art der Aktivität</translation>
    </message>
    <message>
        <source>Additional</source>
        <translation>Weitere</translation>
    </message>
    <message>
        <source>Additional info</source>
        <translation>Weitere Angaben</translation>
    </message>
    <message>
        <source>Agent ID</source>
        <translation>Agenten-ID</translation>
    </message>
    <message>
        <source>Agent System</source>
        <translation>Agentensystem</translation>
    </message>
    <message>
        <source>Agent count</source>
        <translation>Zahl der Agenten</translation>
    </message>
    <message>
        <source>Agent name</source>
        <translation>Agentenname</translation>
    </message>
    <message>
        <source>Agent type</source>
        <translation>Agententyp</translation>
    </message>
    <message>
        <source>An administrator can repair it in the table component_feature_configurations.</source>
        <translation>In der Tabelle component_feature_configurations kann die Administration das beheben.</translation>
    </message>
    <message>
        <source>Assessed date</source>
        <translation>Bewertet am</translation>
    </message>
    <message>
        <source>Assessor ID</source>
        <translation>Bewerter-ID</translation>
    </message>
    <message>
        <source>Assessor notes</source>
        <translation>Notizen des Bewerters</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>Zugewiesen an</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>Anhänge</translation>
    </message>
    <message>
        <source>Audit date</source>
        <translation>Prüfdatum</translation>
    </message>
    <message>
        <source>Audit type</source>
        <translation>Art der Prüfung</translation>
    </message>
    <message>
        <source>Auditor ID</source>
        <translation>Prüfer-ID</translation>
    </message>
    <message>
        <source>Avatar URL</source>
        <translation>URL des Bildes</translation>
    </message>
    <message>
        <source>Avg response time</source>
        <translation>Mittlere Antwortzeit</translation>
    </message>
    <message>
        <source>Bias categories</source>
        <translation>Verzerrungskategorien</translation>
    </message>
    <message>
        <source>Bias detection method</source>
        <translation>Verfahren zur Verzerrungserkennung</translation>
    </message>
    <message>
        <source>Bias impact assessment</source>
        <translation>Bewertung der Verzerrungsfolgen</translation>
    </message>
    <message>
        <source>Bias remediation plan</source>
        <translation>Plan gegen Verzerrung</translation>
    </message>
    <message>
        <source>Bias risk</source>
        <translation>Verzerrungsrisiko</translation>
    </message>
    <message>
        <source>Bias test results</source>
        <translation>Ergebnisse der Verzerrungsprüfung</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>CPU usage</source>
        <translation>CPU-Auslastung</translation>
    </message>
    <message>
        <source>Can generate persona</source>
        <translation>Darf Personas erzeugen</translation>
    </message>
    <message>
        <source>Cannot sort</source>
        <translation>Nicht sortierbar</translation>
    </message>
    <message>
        <source>Capabilities</source>
        <translation>Fähigkeiten</translation>
    </message>
    <message>
        <source>Change this filter ({enter}); {remove} removes it</source>
        <translation>Diesen Filter ändern ({enter}); {remove} entfernt ihn</translation>
    </message>
    <message>
        <source>Client name</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Colour rule {number} is left out: {made}</source>
        <translation>Farbregel {number} entfällt: {made}</translation>
    </message>
    <message>
        <source>Column missing</source>
        <translation>Spalte fehlt</translation>
    </message>
    <message>
        <source>Columns that stay</source>
        <translation>Feststehende Spalten</translation>
    </message>
    <message>
        <source>Communication</source>
        <translation>Kommunikation</translation>
    </message>
    <message>
        <source>Completed at</source>
        <translation>Abgeschlossen am</translation>
    </message>
    <message>
        <source>Completed steps</source>
        <translation>Abgeschlossene Schritte</translation>
    </message>
    <message>
        <source>Compliance status</source>
        <translation>Konformitätsstatus</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Bedingung</translation>
    </message>
    <message>
        <source>Config</source>
        <translation>Konfiguration</translation>
    </message>
    <message>
        <source>Config key</source>
        <translation>Konfigurationsschlüssel</translation>
    </message>
    <message>
        <source>Config value</source>
        <translation>Konfigurationswert</translation>
    </message>
    <message>
        <source>Configuration System</source>
        <translation>Konfigurationssystem</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Zusammenhang</translation>
    </message>
    <message>
        <source>Core User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Corner of the table</source>
        <translation>Ecke der Tabelle</translation>
    </message>
    <message>
        <source>Created at</source>
        <translation>Angelegt am</translation>
    </message>
    <message>
        <source>Created by</source>
        <translation>Angelegt von</translation>
    </message>
    <message>
        <source>Critical flags</source>
        <translation>Kritische Merkmale</translation>
    </message>
    <message>
        <source>Dashboard template</source>
        <translation>Dashboard-Vorlage</translation>
    </message>
    <message>
        <source>Day or time</source>
        <translation>Tag oder Zeitpunkt</translation>
    </message>
    <message>
        <source>Decision factors</source>
        <translation>Entscheidungsfaktoren</translation>
    </message>
    <message>
        <source>Decision reasoning</source>
        <translation>Begründung der Entscheidung</translation>
    </message>
    <message>
        <source>Decision reasoning quality</source>
        <translation>Güte der Begründung</translation>
    </message>
    <message>
        <source>Delivery status</source>
        <translation>Zustellstatus</translation>
    </message>
    <message>
        <source>Dependencies</source>
        <translation>Abhängigkeiten</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>EU AI act articles</source>
        <translation>Artikel der KI-Verordnung</translation>
    </message>
    <message>
        <source>EU AI act compliance</source>
        <translation>Konformität mit der KI-Verordnung</translation>
    </message>
    <message>
        <source>EU AI act compliance status</source>
        <translation>Konformitätsstatus nach KI-Verordnung</translation>
    </message>
    <message>
        <source>EU AI act requirements</source>
        <translation>Anforderungen der KI-Verordnung</translation>
    </message>
    <message>
        <source>EU AI act risk category</source>
        <translation>Risikokategorie nach KI-Verordnung</translation>
    </message>
    <message>
        <source>Each of “columns” must be a column's name, or an object with “name”.</source>
        <translation>Jeder Eintrag in „columns“ muss der Name einer Spalte oder ein Objekt mit „name“ sein.</translation>
    </message>
    <message>
        <source>Each of “filters” must be an object with “column” and “operator”.</source>
        <translation>Jeder Eintrag in „filters“ muss ein Objekt mit „column“ und „operator“ sein.</translation>
    </message>
    <message>
        <source>Each of “sort” must be a column's name, or an object with “column”.</source>
        <translation>Jeder Eintrag in „sort“ muss der Name einer Spalte oder ein Objekt mit „column“ sein.</translation>
    </message>
    <message>
        <source>Effective from</source>
        <translation>Gültig ab</translation>
    </message>
    <message>
        <source>Effective to</source>
        <translation>Gültig bis</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Leer</translation>
    </message>
    <message>
        <source>Empty text</source>
        <translation>Leerer Text</translation>
    </message>
    <message>
        <source>Error details</source>
        <translation>Fehlereinzelheiten</translation>
    </message>
    <message>
        <source>Error message</source>
        <translation>Fehlermeldung</translation>
    </message>
    <message>
        <source>Error type</source>
        <translation>Fehlerart</translation>
    </message>
    <message>
        <source>Execution ID</source>
        <translation>Lauf-ID</translation>
    </message>
    <message>
        <source>Explainability score</source>
        <translation>Erklärbarkeit</translation>
    </message>
    <message>
        <source>Explanation gaps</source>
        <translation>Erklärungslücken</translation>
    </message>
    <message>
        <source>Extracted intent data</source>
        <translation>Erkannte Absicht</translation>
    </message>
    <message>
        <source>Fairness metrics</source>
        <translation>Fairness-Kennzahlen</translation>
    </message>
    <message>
        <source>Filter not applied</source>
        <translation>Filter nicht angewendet</translation>
    </message>
    <message>
        <source>Filter: {text}</source>
        <translation>Filter: {text}</translation>
    </message>
    <message>
        <source>Filters or the search leave it out.</source>
        <translation>Filter oder Suche schließen ihn aus.</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>First day or time</source>
        <translation>Erster Tag oder Zeitpunkt</translation>
    </message>
    <message>
        <source>From email</source>
        <translation>Absenderadresse</translation>
    </message>
    <message>
        <source>Generation metadata</source>
        <translation>Angaben zur Erzeugung</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Gut</translation>
    </message>
    <message>
        <source>Greatest value</source>
        <translation>Größter Wert</translation>
    </message>
    <message>
        <source>Group ID</source>
        <translation>Gruppen-ID</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Incident ID</source>
        <translation>Vorfall-ID</translation>
    </message>
    <message>
        <source>Index in group</source>
        <translation>Stelle in der Gruppe</translation>
    </message>
    <message>
        <source>Input data</source>
        <translation>Eingabedaten</translation>
    </message>
    <message>
        <source>Insurance Workflow</source>
        <translation>Versicherungsabläufe</translation>
    </message>
    <message>
        <source>Is active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Is custom</source>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>Is parallel</source>
        <translation>Parallel</translation>
    </message>
    <message>
        <source>It was saved by another version of this program.</source>
        <translation>Eine andere Version dieses Programms hat es gespeichert.</translation>
    </message>
    <message>
        <source>Its “text” is no text.</source>
        <translation>„text“ darin ist kein Text.</translation>
    </message>
    <message>
        <source>Its “{key}” are no list.</source>
        <translation>„{key}“ darin ist keine Liste.</translation>
    </message>
    <message>
        <source>JSON text</source>
        <translation>JSON-Text</translation>
    </message>
    <message>
        <source>JSON value</source>
        <translation>JSON-Wert</translation>
    </message>
    <message>
        <source>Kept secret</source>
        <translation>Bleibt geheim</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Beschriftung</translation>
    </message>
    <message>
        <source>Last day or time</source>
        <translation>Letzter Tag oder Zeitpunkt</translation>
    </message>
    <message>
        <source>Last evaluated</source>
        <translation>Zuletzt ausgewertet</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Ebene</translation>
    </message>
    <message>
        <source>Least value</source>
        <translation>Kleinster Wert</translation>
    </message>
    <message>
        <source>Looking up the values</source>
        <translation>Werte werden gesucht</translation>
    </message>
    <message>
        <source>Memory usage</source>
        <translation>Speicherbelegung</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>Metadaten</translation>
    </message>
    <message>
        <source>Metadata-Driven UI</source>
        <translation>Oberfläche aus Metadaten</translation>
    </message>
    <message>
        <source>Metric name</source>
        <translation>Kennzahl</translation>
    </message>
    <message>
        <source>Metric type</source>
        <translation>Art der Kennzahl</translation>
    </message>
    <message>
        <source>Mitigation actions</source>
        <translation>Gegenmaßnahmen</translation>
    </message>
    <message>
        <source>Model name</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Model type</source>
        <translation>Modellart</translation>
    </message>
    <message>
        <source>Model version</source>
        <translation>Modellversion</translation>
    </message>
    <message>
        <source>Names joined by dots: what the document holds there. Empty: the whole document.</source>
        <translation>Namen, durch Punkte getrennt: was das Dokument dort enthält. Leer: das ganze Dokument.</translation>
    </message>
    <message>
        <source>Next review date</source>
        <translation>Nächste Überprüfung</translation>
    </message>
    <message>
        <source>No filter operator is called “{name}”. Known: {known}.</source>
        <translation>Es gibt keinen Filteroperator „{name}“. Bekannt: {known}.</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Kein Schlüssel</translation>
    </message>
    <message>
        <source>No rows</source>
        <translation>Keine Zeilen</translation>
    </message>
    <message>
        <source>No table is called “{name}”.</source>
        <translation>Keine Tabelle heißt „{name}“.</translation>
    </message>
    <message>
        <source>No value contains that</source>
        <translation>Kein Wert enthält das</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>Only the first {most_rules} colour rules are used, of {count}.</source>
        <translation>Von {count} Farbregeln gelten nur die ersten {most_rules}.</translation>
    </message>
    <message>
        <source>Order index</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Output data</source>
        <translation>Ausgabedaten</translation>
    </message>
    <message>
        <source>Overall risk</source>
        <translation>Gesamtrisiko</translation>
    </message>
    <message>
        <source>Page {page} of {pages}{part}</source>
        <translation>Seite {page} von {pages}{part}</translation>
    </message>
    <message>
        <source>Parent step ID</source>
        <translation>ID des übergeordneten Schritts</translation>
    </message>
    <message>
        <source>Path into the document</source>
        <translation>Pfad im Dokument</translation>
    </message>
    <message>
        <source>Path, such as owner.name</source>
        <translation>Pfad, etwa owner.name</translation>
    </message>
    <message>
        <source>Performance metrics</source>
        <translation>Leistungskennzahlen</translation>
    </message>
    <message>
        <source>Period end</source>
        <translation>Ende des Zeitraums</translation>
    </message>
    <message>
        <source>Period start</source>
        <translation>Beginn des Zeitraums</translation>
    </message>
    <message>
        <source>Persona capabilities</source>
        <translation>Fähigkeiten der Persona</translation>
    </message>
    <message>
        <source>Persona generation config</source>
        <translation>Konfiguration der Persona-Erzeugung</translation>
    </message>
    <message>
        <source>Persona name</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Pick a day or a time span</source>
        <translation>Tag oder Zeitraum wählen</translation>
    </message>
    <message>
        <source>Pick a day or a time span ({key})</source>
        <translation>Einen Tag oder Zeitraum wählen ({key})</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Privacy risk</source>
        <translation>Datenschutzrisiko</translation>
    </message>
    <message>
        <source>Processed at</source>
        <translation>Verarbeitet am</translation>
    </message>
    <message>
        <source>Processing status</source>
        <translation>Verarbeitungsstatus</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Recommendations</source>
        <translation>Empfehlungen</translation>
    </message>
    <message>
        <source>Recorded at</source>
        <translation>Erfasst am</translation>
    </message>
    <message>
        <source>Recorded by</source>
        <translation>Erfasst von</translation>
    </message>
    <message>
        <source>Remove the filter “{text}”</source>
        <translation>Filter „{text}“ entfernen</translation>
    </message>
    <message>
        <source>Remove this filter</source>
        <translation>Diesen Filter entfernen</translation>
    </message>
    <message>
        <source>Robustness risk</source>
        <translation>Robustheitsrisiko</translation>
    </message>
    <message>
        <source>Rule not usable</source>
        <translation>Regel nicht verwendbar</translation>
    </message>
    <message>
        <source>Run “jarvis db check” to see what differs.</source>
        <translation>„jarvis db check“ zeigt, was abweicht.</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Geltungsbereich</translation>
    </message>
    <message>
        <source>Scope identifiers</source>
        <translation>Kennungen des Geltungsbereichs</translation>
    </message>
    <message>
        <source>Search the values</source>
        <translation>Werte durchsuchen</translation>
    </message>
    <message>
        <source>Search the values, or type some with commas</source>
        <translation>Werte suchen oder durch Kommas getrennt eingeben</translation>
    </message>
    <message>
        <source>Set back</source>
        <translation>Zurückgesetzt</translation>
    </message>
    <message>
        <source>Set “table” in its props.</source>
        <translation>„table“ in den Props angeben.</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schweregrad</translation>
    </message>
    <message>
        <source>Source agent ID</source>
        <translation>ID des Quellagenten</translation>
    </message>
    <message>
        <source>Source not usable</source>
        <translation>Quelle nicht verwendbar</translation>
    </message>
    <message>
        <source>Space checks a value</source>
        <translation>Leertaste markiert einen Wert</translation>
    </message>
    <message>
        <source>Specialization</source>
        <translation>Spezialgebiet</translation>
    </message>
    <message>
        <source>Stack trace</source>
        <translation>Aufrufliste</translation>
    </message>
    <message>
        <source>Started at</source>
        <translation>Begonnen am</translation>
    </message>
    <message>
        <source>Step name</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Step order</source>
        <translation>Schrittfolge</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <source>Submission ID</source>
        <translation>Einreichungs-ID</translation>
    </message>
    <message>
        <source>Success rate</source>
        <translation>Erfolgsquote</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Target ID</source>
        <translation>Ziel-ID</translation>
    </message>
    <message>
        <source>Target name</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Target type</source>
        <translation>Zielart</translation>
    </message>
    <message>
        <source>The column holds no values</source>
        <translation>Die Spalte enthält keine Werte</translation>
    </message>
    <message>
        <source>The column “{column}” of “{table}” is of another type than before.</source>
        <translation>Die Spalte „{column}“ von „{table}“ hat einen anderen Typ als vorher.</translation>
    </message>
    <message>
        <source>The column “{name}” of “{name_2}” is not in this database.</source>
        <translation>Die Spalte „{name}“ von „{name_2}“ gibt es in dieser Datenbank nicht.</translation>
    </message>
    <message numerus="yes">
        <source>The columns {names} of “{table}” are missing.</source>
        <extracomment>The column {names} of “{table}” is missing.</extracomment>
        <translation>
            <numerusform>Die Spalte {names} von „{table}“ fehlt.</numerusform>
            <numerusform>Die Spalten {names} von „{table}“ fehlen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The component names no table.</source>
        <translation>Die Komponente nennt keine Tabelle.</translation>
    </message>
    <message>
        <source>The feature “{key}” cannot be shown as a table: {reason}.</source>
        <translation>Die Funktion „{key}“ lässt sich nicht als Tabelle zeigen: {reason}.</translation>
    </message>
    <message>
        <source>The figure “{aggregate}” over “{name}” names no column.</source>
        <translation>Die Kennzahl „{aggregate}“ über „{name}“ nennt keine Spalte.</translation>
    </message>
    <message>
        <source>The first value for “{label}” lies behind the second one.</source>
        <translation>Der erste Wert für „{label}“ liegt hinter dem zweiten.</translation>
    </message>
    <message>
        <source>The persona “{persona}” may not change {label} (permission {permission}).</source>
        <translation>Die Persona „{persona}“ darf {label} nicht ändern (Berechtigung {permission}).</translation>
    </message>
    <message>
        <source>The persona “{persona}” may not read these records (permission {permission}).</source>
        <translation>Die Persona „{persona}“ darf diese Datensätze nicht lesen (Berechtigung {permission}).</translation>
    </message>
    <message>
        <source>The record is not among the rows shown.</source>
        <translation>Der Datensatz ist nicht unter den gezeigten Zeilen.</translation>
    </message>
    <message>
        <source>The table “{name}” is not in this database.</source>
        <translation>Die Tabelle „{name}“ gibt es in dieser Datenbank nicht.</translation>
    </message>
    <message>
        <source>The table “{table}” of this database has no key of one column, so its records cannot be told apart.</source>
        <translation>Die Tabelle „{table}“ dieser Datenbank hat keinen Schlüssel aus einer Spalte; ihre Datensätze lassen sich nicht unterscheiden.</translation>
    </message>
    <message>
        <source>The text for “{label}” holds a character that cannot be stored.</source>
        <translation>Der Text für „{label}“ enthält ein Zeichen, das sich nicht speichern lässt.</translation>
    </message>
    <message>
        <source>The “path” of a filter must be a text such as owner.name.</source>
        <translation>„path“ eines Filters muss ein Text wie owner.name sein.</translation>
    </message>
    <message>
        <source>This value {error}.</source>
        <translation>Dieser Wert {error}.</translation>
    </message>
    <message>
        <source>Time spans</source>
        <translation>Zeiträume</translation>
    </message>
    <message>
        <source>Timezone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>To email</source>
        <translation>Empfängeradresse</translation>
    </message>
    <message>
        <source>Total duration</source>
        <translation>Gesamtdauer</translation>
    </message>
    <message>
        <source>Total in group</source>
        <translation>Anzahl in der Gruppe</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Unknown column</source>
        <translation>Unbekannte Spalte</translation>
    </message>
    <message>
        <source>Updated at</source>
        <translation>Geändert am</translation>
    </message>
    <message>
        <source>Usage count</source>
        <translation>Zahl der Verwendungen</translation>
    </message>
    <message>
        <source>User ID</source>
        <translation>Benutzer-ID</translation>
    </message>
    <message>
        <source>User Journey &amp; Analytics</source>
        <translation>Nutzung und Auswertung</translation>
    </message>
    <message>
        <source>Values of the column</source>
        <translation>Werte der Spalte</translation>
    </message>
    <message>
        <source>Values, separated by commas</source>
        <translation>Werte, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Version number</source>
        <translation>Versionsnummer</translation>
    </message>
    <message>
        <source>What is stored is no JSON object.</source>
        <translation>Was gespeichert ist, ist kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>Who is signed in is listed in the tab People, and in “Where I am signed in”.</source>
        <translation>Wer angemeldet ist, steht im Tab Personen und unter „Wo ich angemeldet bin“.</translation>
    </message>
    <message>
        <source>Workflow ID</source>
        <translation>Ablauf-ID</translation>
    </message>
    <message>
        <source>Write the path into “{label}” as names joined by dots, such as owner.name.</source>
        <translation>Den Pfad in „{label}“ als Namen schreiben, durch Punkte getrennt, etwa owner.name.</translation>
    </message>
    <message>
        <source>activities</source>
        <translation>Aktivitäten</translation>
    </message>
    <message>
        <source>activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>after</source>
        <translation>nach</translation>
    </message>
    <message>
        <source>agent execution</source>
        <translation>Agentenlauf</translation>
    </message>
    <message>
        <source>agent execution step</source>
        <translation>Agentenschritt</translation>
    </message>
    <message>
        <source>agent execution steps</source>
        <translation>Agentenschritte</translation>
    </message>
    <message>
        <source>agent executions</source>
        <translation>Agentenläufe</translation>
    </message>
    <message>
        <source>agent version</source>
        <translation>Agentenversion</translation>
    </message>
    <message>
        <source>agent versions</source>
        <translation>Agentenversionen</translation>
    </message>
    <message>
        <source>agents</source>
        <translation>Agenten</translation>
    </message>
    <message>
        <source>and</source>
        <comment>between two values</comment>
        <translation>und</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>mindestens</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>höchstens</translation>
    </message>
    <message>
        <source>audit trail</source>
        <translation>Prüfprotokoll</translation>
    </message>
    <message>
        <source>audit trails</source>
        <translation>Prüfprotokolle</translation>
    </message>
    <message>
        <source>before</source>
        <translation>vor</translation>
    </message>
    <message>
        <source>between</source>
        <translation>zwischen</translation>
    </message>
    <message>
        <source>business rule</source>
        <translation>Geschäftsregel</translation>
    </message>
    <message>
        <source>business rules</source>
        <translation>Geschäftsregeln</translation>
    </message>
    <message>
        <source>command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>commercial property submission</source>
        <translation>Gewerbeobjekt</translation>
    </message>
    <message>
        <source>commercial property submissions</source>
        <translation>Gewerbeobjekte</translation>
    </message>
    <message>
        <source>commercial property workflow</source>
        <translation>Sachvorgang</translation>
    </message>
    <message>
        <source>commercial property workflows</source>
        <translation>Sachvorgänge</translation>
    </message>
    <message>
        <source>component feature configuration</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>component feature configurations</source>
        <translation>Funktionen</translation>
    </message>
    <message>
        <source>config change log</source>
        <translation>Konfigurationsänderung</translation>
    </message>
    <message>
        <source>config change logs</source>
        <translation>Konfigurationsänderungen</translation>
    </message>
    <message>
        <source>config snapshot</source>
        <translation>Konfigurationsstand</translation>
    </message>
    <message>
        <source>config snapshots</source>
        <translation>Konfigurationsstände</translation>
    </message>
    <message>
        <source>config value</source>
        <translation>Einstellungswert</translation>
    </message>
    <message>
        <source>config values</source>
        <translation>Einstellungswerte</translation>
    </message>
    <message>
        <source>contains</source>
        <translation>enthält</translation>
    </message>
    <message>
        <source>does not contain</source>
        <translation>enthält nicht</translation>
    </message>
    <message>
        <source>email</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>emails</source>
        <translation>E-Mails</translation>
    </message>
    <message>
        <source>errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>form field definition</source>
        <translation>Formularfeld</translation>
    </message>
    <message>
        <source>form field definitions</source>
        <translation>Formularfelder</translation>
    </message>
    <message>
        <source>form template</source>
        <translation>Formularvorlage</translation>
    </message>
    <message>
        <source>form templates</source>
        <translation>Formularvorlagen</translation>
    </message>
    <message>
        <source>from</source>
        <translation>ab</translation>
    </message>
    <message>
        <source>governance metric</source>
        <translation>Governance-Kennzahl</translation>
    </message>
    <message>
        <source>governance metrics</source>
        <translation>Governance-Kennzahlen</translation>
    </message>
    <message>
        <source>hierarchy layer configuration</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>hierarchy layer configurations</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>incident</source>
        <translation>Vorfall</translation>
    </message>
    <message>
        <source>incidents</source>
        <translation>Vorfälle</translation>
    </message>
    <message>
        <source>is</source>
        <translation>ist</translation>
    </message>
    <message>
        <source>is none of</source>
        <translation>ist keiner von</translation>
    </message>
    <message>
        <source>is not</source>
        <translation>ist nicht</translation>
    </message>
    <message>
        <source>is not empty</source>
        <translation>ist nicht leer</translation>
    </message>
    <message>
        <source>is one of</source>
        <translation>ist einer von</translation>
    </message>
    <message>
        <source>it has no “data_binding”</source>
        <translation>„data_binding“ fehlt</translation>
    </message>
    <message>
        <source>it has no “when”.</source>
        <translation>„when“ fehlt.</translation>
    </message>
    <message>
        <source>it is no object with “when” and “tone”.</source>
        <translation>sie ist kein Objekt mit „when“ und „tone“.</translation>
    </message>
    <message>
        <source>it reads a column whose name is computed.</source>
        <translation>sie liest eine Spalte, deren Name berechnet wird.</translation>
    </message>
    <message>
        <source>its “data_binding” names no “source”</source>
        <translation>„data_binding“ nennt keine „source“</translation>
    </message>
    <message>
        <source>last month</source>
        <translation>letzter Monat</translation>
    </message>
    <message>
        <source>last week</source>
        <translation>letzte Woche</translation>
    </message>
    <message>
        <source>last year</source>
        <translation>letztes Jahr</translation>
    </message>
    <message>
        <source>last {n} days</source>
        <translation>letzte {n} Tage</translation>
    </message>
    <message>
        <source>last {n} hours</source>
        <translation>letzte {n} Stunden</translation>
    </message>
    <message>
        <source>last {n} minutes</source>
        <translation>letzte {n} Minuten</translation>
    </message>
    <message>
        <source>last {n} months</source>
        <translation>letzte {n} Monate</translation>
    </message>
    <message>
        <source>last {n} weeks</source>
        <translation>letzte {n} Wochen</translation>
    </message>
    <message>
        <source>last {n} years</source>
        <translation>letzte {n} Jahre</translation>
    </message>
    <message>
        <source>less than</source>
        <translation>kleiner als</translation>
    </message>
    <message>
        <source>more than</source>
        <translation>größer als</translation>
    </message>
    <message>
        <source>next month</source>
        <translation>nächster Monat</translation>
    </message>
    <message>
        <source>next week</source>
        <translation>nächste Woche</translation>
    </message>
    <message>
        <source>next year</source>
        <translation>nächstes Jahr</translation>
    </message>
    <message>
        <source>next {n} days</source>
        <translation>nächste {n} Tage</translation>
    </message>
    <message>
        <source>next {n} hours</source>
        <translation>nächste {n} Stunden</translation>
    </message>
    <message>
        <source>next {n} minutes</source>
        <translation>nächste {n} Minuten</translation>
    </message>
    <message>
        <source>next {n} months</source>
        <translation>nächste {n} Monate</translation>
    </message>
    <message>
        <source>next {n} weeks</source>
        <translation>nächste {n} Wochen</translation>
    </message>
    <message>
        <source>next {n} years</source>
        <translation>nächste {n} Jahre</translation>
    </message>
    <message>
        <source>no tone is called “{entry}”. Known: {tone}.</source>
        <translation>es gibt keinen Ton „{entry}“. Bekannt: {tone}.</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>risk assessment</source>
        <translation>Risikobewertung</translation>
    </message>
    <message>
        <source>risk assessments</source>
        <translation>Risikobewertungen</translation>
    </message>
    <message>
        <source>role persona</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>role personas</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>row of UI component registry</source>
        <translation>Komponente</translation>
    </message>
    <message>
        <source>row of agent resource usage</source>
        <translation>Ressourcenmessung</translation>
    </message>
    <message>
        <source>row of commercial property COPE data</source>
        <translation>COPE-Datensatz</translation>
    </message>
    <message>
        <source>row of config registry</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>row of experience layer</source>
        <translation>Unternehmensauftritt</translation>
    </message>
    <message>
        <source>rows of UI component registry</source>
        <translation>Komponenten</translation>
    </message>
    <message>
        <source>rows of agent resource usage</source>
        <translation>Ressourcenmessungen</translation>
    </message>
    <message>
        <source>rows of commercial property COPE data</source>
        <translation>COPE-Datensätze</translation>
    </message>
    <message>
        <source>rows of config registry</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>rows of experience layer</source>
        <translation>Unternehmensauftritte</translation>
    </message>
    <message>
        <source>rules in “{engine}” cannot be run. Known: {engines}.</source>
        <translation>Regeln in „{engine}“ lassen sich nicht ausführen. Bekannt: {engines}.</translation>
    </message>
    <message>
        <source>session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>sorted ascending</source>
        <translation>aufsteigend sortiert</translation>
    </message>
    <message>
        <source>sorted ascending, number {rank}</source>
        <translation>aufsteigend sortiert, Rang {rank}</translation>
    </message>
    <message>
        <source>sorted descending</source>
        <translation>absteigend sortiert</translation>
    </message>
    <message>
        <source>sorted descending, number {rank}</source>
        <translation>absteigend sortiert, Rang {rank}</translation>
    </message>
    <message>
        <source>sorts after</source>
        <translation>steht alphabetisch hinter</translation>
    </message>
    <message>
        <source>sorts before</source>
        <translation>steht alphabetisch vor</translation>
    </message>
    <message>
        <source>starts with</source>
        <translation>beginnt mit</translation>
    </message>
    <message>
        <source>step definition</source>
        <translation>Schrittdefinition</translation>
    </message>
    <message>
        <source>step definitions</source>
        <translation>Schrittdefinitionen</translation>
    </message>
    <message>
        <source>step form submission</source>
        <translation>Schritteingabe</translation>
    </message>
    <message>
        <source>step form submissions</source>
        <translation>Schritteingaben</translation>
    </message>
    <message>
        <source>submission</source>
        <translation>Antrag</translation>
    </message>
    <message>
        <source>submissions</source>
        <translation>Anträge</translation>
    </message>
    <message>
        <source>tab configuration</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>tab configurations</source>
        <translation>Tabs</translation>
    </message>
    <message>
        <source>template</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>templates</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>there is no column “{unknown}”.</source>
        <translation>es gibt keine Spalte „{unknown}“.</translation>
    </message>
    <message>
        <source>this month</source>
        <translation>dieser Monat</translation>
    </message>
    <message>
        <source>this week</source>
        <translation>diese Woche</translation>
    </message>
    <message>
        <source>this year</source>
        <translation>dieses Jahr</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>morgen</translation>
    </message>
    <message>
        <source>until</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>up to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>user</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>user journey heatmap</source>
        <translation>Nutzungskarte</translation>
    </message>
    <message>
        <source>user journey heatmaps</source>
        <translation>Nutzungskarten</translation>
    </message>
    <message>
        <source>user journey interaction</source>
        <translation>Nutzungsschritt</translation>
    </message>
    <message>
        <source>user journey interactions</source>
        <translation>Nutzungsschritte</translation>
    </message>
    <message>
        <source>user journey session</source>
        <translation>Nutzungssitzung</translation>
    </message>
    <message>
        <source>user journey sessions</source>
        <translation>Nutzungssitzungen</translation>
    </message>
    <message>
        <source>user preference</source>
        <translation>Benutzerpräferenz</translation>
    </message>
    <message>
        <source>user preferences</source>
        <translation>Benutzerpräferenzen</translation>
    </message>
    <message>
        <source>user profile</source>
        <translation>Benutzerprofil</translation>
    </message>
    <message>
        <source>user profiles</source>
        <translation>Benutzerprofile</translation>
    </message>
    <message>
        <source>users</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>voice transcript</source>
        <translation>Sprachprotokoll</translation>
    </message>
    <message>
        <source>voice transcripts</source>
        <translation>Sprachprotokolle</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
    <message>
        <source>{condition} {low} and {high}</source>
        <translation>{condition} {low} und {high}</translation>
    </message>
    <message>
        <source>{count} checked</source>
        <translation>{count} markiert</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>{count} weitere</translation>
    </message>
    <message>
        <source>{enter} changes it, {remove} removes it</source>
        <translation>{enter} ändert ihn, {remove} entfernt ihn</translation>
    </message>
    <message>
        <source>{label} has no record {shown}.</source>
        <translation>„{label}“ hat keinen Datensatz {shown}.</translation>
    </message>
    <message>
        <source>{label} hold what lets somebody in, so their rows are not shown.</source>
        <translation>{label} enthalten, was jemanden einlässt; ihre Zeilen sind darum nicht zu sehen.</translation>
    </message>
    <message>
        <source>{n} days ago</source>
        <translation>vor {n} Tagen</translation>
    </message>
    <message>
        <source>{n} months ago</source>
        <translation>vor {n} Monaten</translation>
    </message>
    <message numerus="yes">
        <source>{n} rows of {name}</source>
        <extracomment>{n} row of {name}</extracomment>
        <translation>
            <numerusform>{n} Zeile von {name}</numerusform>
            <numerusform>{n} Zeilen von {name}</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} weeks ago</source>
        <translation>vor {n} Wochen</translation>
    </message>
    <message>
        <source>{n} years ago</source>
        <translation>vor {n} Jahren</translation>
    </message>
    <message>
        <source>“colours” must be a list of rules.</source>
        <translation>„colours“ muss eine Liste von Regeln sein.</translation>
    </message>
    <message>
        <source>“columns” must be a list of column names.</source>
        <translation>„columns“ muss eine Liste von Spaltennamen sein.</translation>
    </message>
    <message>
        <source>“{key}” of the component must be a list.</source>
        <translation>„{key}“ der Komponente muss eine Liste sein.</translation>
    </message>
    <message>
        <source>“{key}” of the component must be a text.</source>
        <translation>„{key}“ der Komponente muss ein Text sein.</translation>
    </message>
    <message>
        <source>“{label}” cannot be filtered with “{words}”.</source>
        <translation>„{label}“ lässt sich nicht mit „{words}“ filtern.</translation>
    </message>
    <message>
        <source>“{label}” has no order to sort by.</source>
        <translation>„{label}“ hat keine Reihenfolge, nach der sich sortieren lässt.</translation>
    </message>
    <message>
        <source>“{label}” has none of the columns to show in this database.</source>
        <translation>Von den Spalten, die „{label}“ zeigen soll, gibt es in dieser Datenbank keine.</translation>
    </message>
    <message>
        <source>“{label}” holds documents or lists, which have no order to group by.</source>
        <translation>„{label}“ enthält Dokumente oder Listen; sie haben keine Reihenfolge für Gruppen.</translation>
    </message>
    <message>
        <source>“{label}” holds instants: nearly every row would be a group of its own.</source>
        <translation>„{label}“ enthält Zeitpunkte: fast jede Zeile wäre eine eigene Gruppe.</translation>
    </message>
    <message>
        <source>“{label}” holds more than {most_groups} different values here, too many for groups.</source>
        <translation>„{label}“ enthält hier mehr als {most_groups} verschiedene Werte, zu viele für Gruppen.</translation>
    </message>
    <message>
        <source>“{label}” holds no documents, so nothing in it has the path “{path}”.</source>
        <translation>„{label}“ enthält keine Dokumente; den Pfad „{path}“ gibt es darin nicht.</translation>
    </message>
    <message>
        <source>“{label}” holds no numbers, so it has no {aggregate}.</source>
        <translation>„{label}“ enthält keine Zahlen; {aggregate} gibt es dafür nicht.</translation>
    </message>
    <message>
        <source>“{label}” is a number, and “{shown}” is not one.</source>
        <translation>„{label}“ ist eine Zahl, „{shown}“ nicht.</translation>
    </message>
    <message>
        <source>“{label}” is a whole number, and “{shown}” is not one.</source>
        <translation>„{label}“ ist eine ganze Zahl, „{shown}“ nicht.</translation>
    </message>
    <message>
        <source>“{label}” is yes or no, and “{shown}” is neither.</source>
        <translation>„{label}“ ist Ja oder Nein, „{shown}“ ist keines von beiden.</translation>
    </message>
    <message>
        <source>“{label}” needs a text to compare with.</source>
        <translation>„{label}“ braucht einen Text zum Vergleich.</translation>
    </message>
    <message>
        <source>“{label}” needs a value to compare with.</source>
        <translation>„{label}“ braucht einen Wert zum Vergleich.</translation>
    </message>
    <message>
        <source>“{label}” needs at least one value to compare with.</source>
        <translation>„{label}“ braucht mindestens einen Wert zum Vergleich.</translation>
    </message>
    <message>
        <source>“{label}” needs two values to lie between.</source>
        <translation>„{label}“ braucht zwei Werte als Grenzen.</translation>
    </message>
    <message>
        <source>“{name}” has no column “{name_2}”. Known: {known}.</source>
        <translation>„{name}“ hat keine Spalte „{name_2}“. Bekannt: {known}.</translation>
    </message>
    <message>
        <source>“{name}” has no column “{name_2}”. Known: {sorted}.</source>
        <translation>„{name}“ hat keine Spalte „{name_2}“. Bekannt: {sorted}.</translation>
    </message>
    <message>
        <source>“{shown}” is no date: write “{label}” as 2026-03-31 or “last 7 days”.</source>
        <translation>„{shown}“ ist kein Datum: „{label}“ etwa als 31.03.2026 oder „letzte 7 Tage“ schreiben.</translation>
    </message>
    <message>
        <source>“{shown}” is no date: write “{label}” as 2026-03-31, 2026-03-31 14:30 or “last 7 days”.</source>
        <translation>„{shown}“ ist kein Datum: „{label}“ etwa als 31.03.2026, 31.03.2026 14:30 oder „letzte 7 Tage“ schreiben.</translation>
    </message>
    <message>
        <source>“{shown}” is too far away for “{label}”.</source>
        <translation>„{shown}“ liegt für „{label}“ zu weit entfernt.</translation>
    </message>
    <message>
        <source>“{shown}” is too large for “{label}”.</source>
        <translation>„{shown}“ ist für „{label}“ zu groß.</translation>
    </message>
    <message>
        <source>“{shown}” never was: the clocks went forward over it.</source>
        <translation>„{shown}“ gab es nie: die Uhren wurden darüber hinweg vorgestellt.</translation>
    </message>
</context>
<context>
    <name>views</name>
    <message>
        <source>A name has at most {longest_name} characters, and this has {count}.</source>
        <translation>Ein Name hat höchstens {longest_name} Zeichen, dieser hat {count}.</translation>
    </message>
    <message>
        <source>A saved filter needs a name.</source>
        <translation>Ein gespeicherter Filter braucht einen Namen.</translation>
    </message>
    <message>
        <source>Save your changes under a name of your own.</source>
        <translation>Die Änderungen unter einem eigenen Namen speichern.</translation>
    </message>
    <message>
        <source>The database user that you are connected as has no right to the saved filters. Its administrator can grant it.</source>
        <translation>Der angemeldete Datenbankbenutzer hat kein Recht an den gespeicherten Filtern. Die Administration kann es erteilen.</translation>
    </message>
    <message>
        <source>The name holds a character that cannot be stored.</source>
        <translation>Der Name enthält ein Zeichen, das sich nicht speichern lässt.</translation>
    </message>
    <message>
        <source>The saved filter is not there any more.</source>
        <translation>Den gespeicherten Filter gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>This database has no place to keep saved filters. “jarvis db upgrade” makes it.</source>
        <translation>Diese Datenbank hat keinen Platz für gespeicherte Filter. „jarvis db upgrade“ schafft ihn.</translation>
    </message>
    <message>
        <source>What is stored {error}.</source>
        <translation>Was gespeichert ist, {error}.</translation>
    </message>
    <message>
        <source>You have a saved filter called “{name}” already.</source>
        <translation>Es gibt schon einen eigenen gespeicherten Filter „{name}“.</translation>
    </message>
    <message>
        <source>is no column of the table (any more)</source>
        <translation>ist keine Spalte der Tabelle (mehr)</translation>
    </message>
    <message>
        <source>is not in this database</source>
        <translation>gibt es in dieser Datenbank nicht</translation>
    </message>
    <message>
        <source>“{name}” was shared by {owner}, who alone can put it back.</source>
        <translation>„{name}“ wurde von {owner} geteilt; nur dort lässt es sich zurückholen.</translation>
    </message>
    <message>
        <source>“{name}” was shared by {owner}.</source>
        <translation>„{name}“ wurde von {owner} geteilt.</translation>
    </message>
</context>
</TS>
