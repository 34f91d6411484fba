package mounts

default overlay := false

overlay if {
	some container in data.containers
	layers_ok(container.layers, input.layers)
	command_ok(container)
	env_ok(container)
}

layers_ok(expected, actual) if {
	count(expected) == count(actual)
	every i, layer in expected {
		actual[i] == layer
	}
}

command_ok(container) if container.command == input.command

env_ok(container) if {
	every variable in input.env {
		some rule in container.env
		matches(rule, variable)
	}
}

matches(rule, variable) if {
	rule.strategy == "string"
	rule.value == variable
}

matches(rule, variable) if {
	rule.strategy == "re2"
	regex.match(rule.value, variable)
}
