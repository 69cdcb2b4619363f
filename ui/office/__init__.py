"""What the ward keeps beside its dossiers: calendar, procedures, people, places."""
