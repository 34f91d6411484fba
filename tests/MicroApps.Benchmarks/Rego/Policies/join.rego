package join

late contains [order.id, customer.name] if {
	some order in input.orders
	some customer in input.customers
	order.customer == customer.id
	order.days > customer.limit
}

by_customer[id] contains order.id if {
	some order in input.orders
	id := order.customer
}

busiest := max({count(orders) | some orders in by_customer})
