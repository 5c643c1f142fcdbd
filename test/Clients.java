/*
 * Clients.java
 *		Reports through JDBC: described statements, results as text and binary.
 *
 *		Run by parts/62-clients.sh where Java and the driver are there.
 *
 * test/Clients.java
 */
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Properties;

public class Clients
{
	static void check(String name, Object got, Object expected)
	{
		boolean same = expected.equals(got);

		System.out.println((same ? "ok" : "not ok") + " - JDBC: " + name);
		if (!same)
			System.out.println("# got " + got + ", expected " + expected);
	}

	static Connection connect(String binary) throws SQLException
	{
		Properties properties = new Properties();

		properties.setProperty("user", System.getenv("PGUSER"));
		properties.setProperty("password", System.getenv("PGPASSWORD"));
		properties.setProperty("binaryTransfer", binary);
		properties.setProperty("prepareThreshold", "-1"); /* binary from the first execution on */
		return DriverManager.getConnection("jdbc:postgresql://" + System.getenv("PGHOST") + ":"
			+ System.getenv("PGPORT") + "/" + System.getenv("PGDATABASE"), properties);
	}

	static void rows(Connection connection, String form) throws SQLException
	{
		try (PreparedStatement statement = connection.prepareStatement(
			"SELECT c.year, c.beneficiaries, round(c.coverage, 4) AS coverage, c.status"
			+ " FROM reports, report_coverage(report) AS c WHERE name = ? ORDER BY c.year"))
		{
			ResultSetMetaData columns = statement.getMetaData();

			check("columns are described, " + form, columns.getColumnTypeName(1) + columns.getColumnTypeName(2)
				+ columns.getColumnTypeName(3) + columns.getColumnTypeName(4), "int4int8numerictext");
			statement.setString(1, "biblioteca-viajera-2023");
			try (ResultSet result = statement.executeQuery())
			{
				result.next();
				check("a row, " + form, result.getInt(1) + " " + result.getLong(2) + " " + result.getBigDecimal(3)
					+ " " + result.getString(4), "2021 41870 0.1052 reported");
			}
		}
	}

	static void reports(Connection connection, String form) throws SQLException
	{
		try (PreparedStatement statement = connection.prepareStatement(
			"SELECT ?::program_report AS report, beneficiaries(?), coverage(?, ?) OVER ()"))
		{
			ParameterMetaData parameters = statement.getParameterMetaData();

			check("parameters are described, " + form, parameters.getParameterTypeName(2), "program_report");
			for (int i = 1; i <= 2; i++)
				statement.setObject(i, "{\"beneficiaries\": 12}", Types.OTHER);
			statement.setLong(3, 1);
			statement.setLong(4, 4);
			try (ResultSet result = statement.executeQuery())
			{
				result.next();
				check("a report is its JSON, " + form, result.getString("report"), "{\"beneficiaries\": 12}");
				check("a report as a parameter, " + form, result.getLong(2), 12L);
				check("an aggregate over parameters, " + form, result.getBigDecimal(3).compareTo(new BigDecimal("0.25")), 0);
			}
		}
	}

	static void errors(Connection connection, String form) throws SQLException
	{
		try (PreparedStatement statement = connection.prepareStatement("SELECT parse_report(?)"))
		{
			statement.setString(1, "Acta de la reunión");
			statement.executeQuery();
			check("text that is no report is refused, " + form, "", "22P02");
		}
		catch (SQLException error)
		{
			check("text that is no report is refused, " + form, error.getSQLState(), "22P02");
		}
	}

	public static void main(String[] args) throws SQLException
	{
		for (String binary : new String[] {"false", "true"})
		{
			String form = binary.equals("true") ? "binary" : "text";

			try (Connection connection = connect(binary))
			{
				rows(connection, form);
				reports(connection, form);
				errors(connection, form);
			}
		}
	}
}
