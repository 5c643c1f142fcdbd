/*
 * goal_data.h
 *		The Sustainable Development Goals as reports print them: title and aim, as
 *		the General Assembly's resolution 70/1 has them in Spanish.
 *
 *		GOAL(number, text)
 *
 * A bar stands where reports may end a text early.  A goal may have several
 * wordings.
 *
 * src/core/goal_data.h
 */

/* clang-format off */
GOAL(1, "Fin de la pobreza: Poner fin a la pobreza en todas sus formas en todo el mundo")
GOAL(2, "Hambre cero: Poner fin al hambre, lograr la seguridad alimentaria y la mejora de la nutrición y promover la agricultura sostenible")
GOAL(3, "Salud y bienestar: Garantizar una vida sana y promover el bienestar de todos a todas las edades")
GOAL(3, "Salud y bienestar: Garantizar una vida sana y promover el bienestar para todos en todas las edades")
GOAL(4, "Educación de calidad: Garantizar una educación inclusiva y equitativa de calidad y promover oportunidades de aprendizaje permanente para todos")
GOAL(4, "Educación de calidad: Garantizar una educación inclusiva, equitativa y de calidad y promover oportunidades de aprendizaje durante toda la vida para todos")
GOAL(5, "Igualdad de género: Lograr la igualdad de género y empoderar a todas las mujeres y las niñas")
GOAL(5, "Igualdad de género: Lograr la igualdad entre los géneros y empoderar a todas las mujeres y las niñas")
GOAL(6, "Agua limpia y saneamiento: Garantizar la disponibilidad y la gestión sostenible del agua y el saneamiento para todos")
GOAL(6, "Agua limpia y saneamiento: Garantizar la disponibilidad de agua y su gestión sostenible y el saneamiento para todos")
GOAL(7, "Energía asequible y no contaminante: Garantizar el acceso a una energía asequible, fiable, sostenible y moderna para todos")
GOAL(7, "Energía asequible y no contaminante: Garantizar el acceso a una energía asequible, segura, sostenible y moderna para todos")
GOAL(8, "Trabajo decente y crecimiento económico: Promover el crecimiento económico sostenido, inclusivo y sostenible, el empleo pleno y productivo y el trabajo decente para todos")
GOAL(9, "Industria, innovación e infraestructura: Construir infraestructuras resilientes, promover la industrialización inclusiva y sostenible y fomentar la innovación")
GOAL(10, "Reducción de las desigualdades: Reducir la desigualdad en y entre los países")
GOAL(10, "Reducción de las desigualdades: Reducir la desigualdad en los países y entre ellos")
GOAL(11, "Ciudades y comunidades sostenibles: Lograr que las ciudades y los asentamientos humanos sean inclusivos, seguros, resilientes y sostenibles")
GOAL(12, "Producción y consumo responsables: Garantizar modalidades de consumo y producción sostenibles")
GOAL(13, "Acción por el clima: Adoptar medidas urgentes para combatir el cambio climático y sus efectos")
GOAL(14, "Vida submarina: Conservar y utilizar en forma sostenible los océanos, los mares y los recursos marinos| para el desarrollo sostenible")
GOAL(15, "Vida de ecosistemas terrestres: Gestionar sosteniblemente los bosques, luchar contra la desertificación, detener e invertir la degradación de las tierras| y detener la pérdida de biodiversidad")
GOAL(15, "Vida de ecosistemas terrestres: Gestionar sosteniblemente los bosques, luchar contra la desertificación, detener e invertir la degradación de las tierras y frenar la pérdida de la diversidad biológica")
GOAL(16, "Paz, justicia e instituciones sólidas: Promover sociedades pacíficas e inclusivas para el desarrollo sostenible|, facilitar el acceso a la justicia para todos y construir a todos los niveles instituciones eficaces e inclusivas que rindan cuentas")
GOAL(16, "Paz, justicia e instituciones sólidas: Promover sociedades justas, pacíficas e inclusivas")
GOAL(17, "Alianzas para lograr los objetivos: Revitalizar la Alianza Mundial para el Desarrollo Sostenible")
/* clang-format on */
