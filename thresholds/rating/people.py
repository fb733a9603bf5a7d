"""Whom the rules about ratings name."""

MASH_SOCIAL_WORKER = "mash_social_worker"
MASH_MANAGER = "mash_manager"

OWNERS = {MASH_SOCIAL_WORKER: "MASH social worker", MASH_MANAGER: "MASH manager"}
