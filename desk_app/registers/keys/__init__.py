"""钥匙: what hangs in the cabinet, ring by ring; loans and stock-takes are rooms of their own."""
