package api

default allow := false

allow if {
	input.method == "GET"
	input.path = ["salaries", employee]
	employee == input.user
}

allow if {
	input.method == "GET"
	input.path = ["salaries", employee]
	employee in data.reports[input.user]
}

allow if {
	input.method == "GET"
	input.path = ["salaries", _]
	"hr" in data.groups[input.user]
}
