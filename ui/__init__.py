"""The face of the program: Qt widgets over the services of `jarvis_desktop`."""
