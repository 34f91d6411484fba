package network

default exposed := false

exposed if {
	input.kind == "securityGroup"
	some rule in input.properties.rules
	rule.direction == "inbound"
	rule.access == "allow"
	rule.protocol in {"tcp", "*"}
	open_source(rule.source)
	risky(rule.port)
}

open_source("*")

open_source("internet")

open_source(source) if endswith(source, "/0")

risky("*")

risky(port) if port in {"22", "3389"}
