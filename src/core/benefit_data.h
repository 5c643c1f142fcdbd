/*
 * benefit_data.h
 *		The kinds of benefit that the form offers for a component (section 4).
 *		They help to tell a component's name from what follows it; a kind that
 *		is not here is read all the same where the text keeps its cell.  Each
 *		begins with a letter of ASCII.
 *
 * src/core/benefit_data.h
 */

/* clang-format off */
BENEFIT("Sin información (tipo de beneficio)")
BENEFIT("Sin información")
BENEFIT("Apoyo económico")
BENEFIT("Asesoría técnica")
BENEFIT("Asesorías")
BENEFIT("Atención psicosocial/Apoyo sociolaboral")
BENEFIT("Becas")
BENEFIT("Bono/Subsidio/Transferencia monetaria")
BENEFIT("Bonos")
BENEFIT("Campañas de difusión")
BENEFIT("Capacitaciones/Cursos/Charlas/Pasantías")
BENEFIT("Capacitación")
BENEFIT("Créditos")
BENEFIT("Fondos concursables")
BENEFIT("Infraestructura/Obras")
BENEFIT("Materiales/Insumos")
BENEFIT("Servicios de salud")
BENEFIT("Servicios")
BENEFIT("Subsidios")
BENEFIT("Otro")
BENEFIT("Otros")
/* clang-format on */
