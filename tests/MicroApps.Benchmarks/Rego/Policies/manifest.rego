package manifest

import rego.v1

deny contains {"field": "model.region", "message": message} if {
	not input.model.region in data.regions
	message := sprintf("region %s is not allowed", [input.model.region])
}

deny contains {"field": "budget.monthly", "message": "the monthly budget is above the limit of the risk tier"} if {
	input.budget.monthly > limit
}

deny contains {"field": "data.classification", "message": "restricted data needs an approval"} if {
	input.data.classification == "restricted"
	not input.approval.id
}

deny contains {"field": sprintf("tools[%d].name", [i]), "message": sprintf("tool %s is not registered", [tool.name])} if {
	some i, tool in input.tools
	not tool.name in data.tools
}

default limit := 100

limit := 1000 if input.risk == "low"

else := 500 if input.risk == "medium"
