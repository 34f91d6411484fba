package prompt

default verdict := {"decision": "allow", "reasons": []}

patterns := {
	"card": `\b(?:\d[ -]?){13,16}\b`,
	"email": `[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}`,
	"iban": `\b[A-Z]{2}\d{2}[A-Z0-9]{11,30}\b`,
	"phone": `\+\d{1,3}[ -]?\d{2,4}[ -]?\d{3,4}[ -]?\d{3,4}`,
	"ssn": `\b\d{3}-\d{2}-\d{4}\b`,
}

found contains name if {
	some name, pattern in patterns
	some message in input.messages
	regex.match(pattern, message.content)
}

verdict := {"decision": "deny", "reasons": reasons} if {
	count(found) > 0
	reasons := [sprintf("the prompt holds a value of type %s", [name]) | some name in found]
}
