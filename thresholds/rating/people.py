"""Whom the rules about ratings name."""

MASH_SOCIAL_WORKER = "mash_social_worker"

OWNERS = {MASH_SOCIAL_WORKER: "MASH social worker"}
