"""The file encrypted at rest: opening it, encrypting it, another passphrase, none any more."""
