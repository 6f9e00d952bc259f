package dev.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class TestDatabaseIT {
    @Test
    void givesEachTestAnEmptyDatabaseOfItsOwn() throws SQLException {
        var one = TestDatabase.fresh();
        long begin = System.nanoTime();
        var other = TestDatabase.fresh();
        System.out.println("[postgres] fresh: " + (System.nanoTime() - begin) / 1_000_000 + " ms");

        execute(one, "CREATE TABLE word (text text)");

        assertThat(one).isNotEqualTo(other);
        assertThatThrownBy(() -> execute(other, "TABLE word")).hasMessageContaining("not exist");
    }

    @Test
    void copiesAPreparedDatabase() throws SQLException {
        var prepared = TestDatabase.fresh();
        execute(prepared, "CREATE TABLE word (text text)");

        var copy = TestDatabase.copyOf(prepared);

        execute(copy, "INSERT INTO word VALUES ('copied')");
        execute(TestDatabase.copyOf(prepared), "CREATE TABLE other AS SELECT * FROM word");
    }

    private static void execute(String url, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
