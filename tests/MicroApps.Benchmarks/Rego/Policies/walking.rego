package walking

secrets contains path if {
	walk(input, [path, value])
	is_string(value)
	startswith(value, "secret:")
}

allow if count(secrets) == 0
