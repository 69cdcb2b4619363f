"""Who is at the keyboard: signing in, passwords, the choice between one person and many."""
