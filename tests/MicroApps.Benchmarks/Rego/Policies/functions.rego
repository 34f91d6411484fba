package functions

score := total if {
	total := sum([points | some factor in input.factors; points := weight(factor) * level(factor)])
}

weight(factor) := 5 if factor.kind == "data"

else := 3 if factor.kind == "model"

else := 2 if factor.kind == "tool"

else := 1

level(factor) := 3 if factor.level == "high"

level(factor) := 2 if factor.level == "medium"

level(factor) := 1 if not factor.level in {"high", "medium"}

tier := "high" if score >= 30

else := "medium" if score >= 15

else := "low"
