package io.arrayport.arrow;

import static io.arrayport.core.Np.np;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import io.arrayport.arrow.column.ArrowColumn;
import io.arrayport.arrow.column.DecimalColumn;
import io.arrayport.arrow.column.ListColumn;
import io.arrayport.arrow.column.RecordBatch;
import io.arrayport.arrow.column.TextColumn;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.ndarray.NdArray;
import org.apache.arrow.c.ArrowArrayStream;
import org.apache.arrow.c.Data;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBResultSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A database in the process: its results as arrays, and arrays as its tables, by streams of the C interface. */
class DuckDbTest {
    private final BufferAllocator allocator = new RootAllocator();
    private DuckDBConnection database;

    @BeforeEach
    void connect() throws SQLException {
        database = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:");
    }

    @AfterEach
    void everyBufferIsBackAndEveryStructReleased() throws SQLException {
        database.close();
        allocator.close();
        assertThat(ArrowC.liveExports()).isZero();
    }

    /** Each batch of the result, through arrow-java, which passes DuckDB's memory on. */
    private void query(String sql, Look look) throws Exception {
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(sql);
                ArrowReader reader = (ArrowReader) ((DuckDBResultSet) rows).arrowExportStream(allocator, 2048)) {
            while (reader.loadNextBatch()) {
                look.at(reader.getVectorSchemaRoot());
            }
        }
    }

    private interface Look {
        void at(VectorSchemaRoot root) throws Exception;
    }

    @Test
    void columnsOfAResultAreReadWhereTheyLie() throws Exception {
        long[] seen = new long[2];
        query("select range as i, range::double / 2 as d, make_timestamp(range) as t from range(10000)",
                root -> {
                    try (RecordBatch batch = ArrowBridge.batch(root)) {
                        NdArray integers = batch.column("i").asNdArray();
                        NdArray doubles = batch.column("d").asNdArray();
                        NdArray times = batch.column("t").asNdArray();
                        assertThat(times.dtype()).isEqualTo(DType.of("M8[us]"));
                        assertThat(integers.address())
                                .isEqualTo(root.getVector("i").getDataBuffer().memoryAddress());
                        for (int i = 0; i < batch.rowCount(); i++) {
                            long row = seen[0] + i;
                            assertThat(integers.getLong(i)).isEqualTo(row);
                            assertThat(doubles.getDouble(i)).isEqualTo(row / 2.0);
                            assertThat(times.view(DType.INT64).getLong(i)).isEqualTo(row);
                        }
                        seen[0] += batch.rowCount();
                        seen[1] += integers.address() % 64 == 0 ? 0 : 1;
                    }
                });
        assertThat(seen[0]).isEqualTo(10_000);
    }

    @Test
    void sumsOverColumnsOfAnyAlignmentAreRight() throws Exception {
        long[] sum = new long[1];
        query("select range as i from range(100000)", root -> {
            try (NdArray column = ArrowBridge.arrow(root, "i").open(); NdArray total = np.sum(column)) {
                sum[0] += total.getLong();
            }
        });
        assertThat(sum[0]).isEqualTo(99_999L * 100_000 / 2);
    }

    @Test
    void textListsDecimalsAndNullsOfAResultAreRead() throws Exception {
        query("select * from (values ('wörd', [1, 2], 1.50::decimal(10, 2), 7), "
                + "(null, null, null, null), ('a text that no view holds', [], -2.25, 9)) as v(s, l, d, n)", root -> {
                    try (RecordBatch batch = ArrowBridge.batch(root)) {
                        TextColumn text = TextColumn.of(batch.column("s"));
                        assertThat(text.get(0)).isEqualTo("wörd");
                        assertThat(text.isNull(1)).isTrue();
                        assertThat(text.get(2)).isEqualTo("a text that no view holds");
                        assertThat(ListColumn.of(batch.column("l")).get(0).asNdArray().getLong(1)).isEqualTo(2);
                        assertThat(ListColumn.of(batch.column("l")).get(2).length()).isZero();
                        assertThat(DecimalColumn.of(batch.column("d")).get(2)).hasToString("-2.25");
                        assertThat(batch.column("n").validity().nullCount()).isEqualTo(1);
                        assertThat(batch.column("n").values().getLong(2)).isEqualTo(9);
                    }
                });
    }

    @Test
    void arraysAreATableOfTheDatabase() throws Exception {
        NdArray numbers = np.arange(100_000, np.int64);
        NdArray halves = np.arange(100_000, np.float64);
        List<RecordBatch> batches = new ArrayList<>();
        for (int from = 0; from < 100_000; from += 30_000) {
            int to = Math.min(100_000, from + 30_000);
            batches.add(RecordBatch.of(Zoo.withNulls(ArrowColumn.of("i", numbers)).slice(from, to),
                    ArrowColumn.of("h", halves).slice(from, to)));
        }
        try (ArrowArrayStream stream = ArrowArrayStream.allocateNew(allocator)) {
            ArrowC.exportStream(batches.getFirst().schema(), batches.iterator(), stream.memoryAddress());
            database.registerArrowStream("arrays", stream);
            try (Statement statement = database.createStatement();
                    ResultSet rows = statement.executeQuery(
                            "select sum(h)::double, count(*), count(i), sum(i)::bigint from arrays")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getDouble(1)).isEqualTo(99_999.0 * 100_000 / 2);
                assertThat(rows.getLong(2)).isEqualTo(100_000);
                long nulls = 0;
                long sum = 0;
                for (long i = 0; i < 100_000; i++) {
                    nulls += i % 7 == 2 ? 1 : 0;
                    sum += i % 7 == 2 ? 0 : i;
                }
                assertThat(rows.getLong(3)).isEqualTo(100_000 - nulls);
                assertThat(rows.getLong(4)).isEqualTo(sum);
            }
        }
        assertThat(numbers.storage().exports()).isZero();
    }

    /** DuckDB's own stream, taken by us: its structs have offsets and buffers of any alignment. */
    @Test
    void aResultIsTakenAsAStreamOfOurs() throws Exception {
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery("select range as i, 'row ' || range as s from range(5000)");
                ArrowArrayStream there = ArrowArrayStream.allocateNew(allocator)) {
            // Takes the reader, and closes it when the stream is released
            Data.exportArrayStream(allocator,
                    (ArrowReader) ((DuckDBResultSet) rows).arrowExportStream(allocator, 1000), there);
            long row = 0;
            try (ArrowStream stream = ArrowC.stream(there.memoryAddress())) {
                for (var next = stream.next(); next.isPresent(); next = stream.next()) {
                    try (RecordBatch batch = next.get()) {
                        for (int i = 0; i < batch.rowCount(); i++, row++) {
                            assertThat(batch.column("i").asNdArray().getLong(i)).isEqualTo(row);
                            assertThat(TextColumn.of(batch.column("s")).get(i)).isEqualTo("row " + row);
                        }
                    }
                }
            }
            assertThat(row).isEqualTo(5000);
        }
    }
}
