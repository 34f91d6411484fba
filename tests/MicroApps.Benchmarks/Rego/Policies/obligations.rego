package obligations

required[name] := obligation if {
	some name, rule in data.rules
	applies(rule)
	obligation := object.union(rule.obligation, {"by": input.app})
}

applies(rule) if {
	every key, value in rule.when {
		input.facts[key] == value
	}
}

log_level := required.log.level

redact if required.redact.enabled
