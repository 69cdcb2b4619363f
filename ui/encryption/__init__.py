"""The file encrypted at rest: asking for its passphrase, choosing one, changing it."""
