package admission

deny contains message if {
	input.request.kind.kind == "Pod"
	some container in input.request.object.spec.containers
	not from_registry(container.image)
	message := sprintf("image %q is not from an approved registry", [container.image])
}

deny contains message if {
	input.request.kind.kind == "Pod"
	some container in input.request.object.spec.containers
	container.securityContext.privileged
	message := sprintf("container %q is privileged", [container.name])
}

deny contains message if {
	input.request.kind.kind == "Pod"
	not input.request.object.metadata.labels.owner
	message := "a pod needs the label owner"
}

from_registry(image) if {
	some registry in data.registries
	startswith(image, registry)
}
