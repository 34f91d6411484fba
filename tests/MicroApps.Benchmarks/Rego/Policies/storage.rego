package storage

default compliant := false

compliant if {
	input.type == "bucket"
	input.encryption.enabled
	every grant in input.grants {
		grant.permission in {"READ", "READ_ACP"}
		not grant.grantee == "everyone"
	}
	count(input.replicas) >= 2
}
