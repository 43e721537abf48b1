package io.arrayport.arrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.google.flatbuffers.FlatBufferBuilder;
import io.arrayport.arrow.type.ArrowField;
import io.arrayport.arrow.type.ArrowNumber;
import io.arrayport.arrow.type.ArrowType;
import io.arrayport.core.error.ForeignDescriptorException;
import org.apache.arrow.flatbuf.Decimal;
import org.apache.arrow.flatbuf.DictionaryEncoding;
import org.apache.arrow.flatbuf.Duration;
import org.apache.arrow.flatbuf.Endianness;
import org.apache.arrow.flatbuf.Field;
import org.apache.arrow.flatbuf.FixedSizeBinary;
import org.apache.arrow.flatbuf.FixedSizeList;
import org.apache.arrow.flatbuf.FloatingPoint;
import org.apache.arrow.flatbuf.Footer;
import org.apache.arrow.flatbuf.Int;
import org.apache.arrow.flatbuf.Interval;
import org.apache.arrow.flatbuf.MetadataVersion;
import org.apache.arrow.flatbuf.Null;
import org.apache.arrow.flatbuf.Schema;
import org.apache.arrow.flatbuf.Time;
import org.apache.arrow.flatbuf.TimeUnit;
import org.apache.arrow.flatbuf.Timestamp;
import org.apache.arrow.flatbuf.Type;
import org.apache.arrow.flatbuf.Union;
import org.apache.arrow.flatbuf.UnionMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Schemas whose types have parameters that the format does not define. */
class CraftedSchemaTest {
    /** Builds a table of the metadata; returns where. */
    private interface Build {
        int of(FlatBufferBuilder builder);
    }

    private static int field(FlatBufferBuilder builder, byte type, Build parameters, int... children) {
        int table = parameters.of(builder);
        int name = builder.createString("x");
        return Field.createField(builder, name, true, type, table, 0,
                children.length == 0 ? 0 : Field.createChildrenVector(builder, children), 0);
    }

    private static int nothing(FlatBufferBuilder builder) {
        Null.startNull(builder);
        return Null.endNull(builder);
    }

    private static int[] children(FlatBufferBuilder builder, int count) {
        return IntStream.range(0, count).map(_ -> field(builder, Type.Null, CraftedSchemaTest::nothing)).toArray();
    }

    /** A file that is a footer; {@code patch} is written over the number of fields, unless it is 1. */
    private static byte[] file(Build field, int patch) {
        FlatBufferBuilder builder = new FlatBufferBuilder();
        int fields = Schema.createFieldsVector(builder, new int[]{field.of(builder)});
        int schema = Schema.createSchema(builder, Endianness.Little, fields, 0, 0);
        builder.finish(Footer.createFooter(builder, MetadataVersion.V5, schema, 0, 0, 0));
        byte[] footer = builder.sizedByteArray();
        ByteBuffer.wrap(footer).order(ByteOrder.LITTLE_ENDIAN).putInt(footer.length - fields, patch);
        byte[] magic = "ARROW1".getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(18 + footer.length).order(ByteOrder.LITTLE_ENDIAN).put(magic).position(8)
                .put(footer).putInt(footer.length).put(magic).array();
    }

    private static ArrowField read(Build field) {
        try (ArrowTable table = ArrowTable.of("it", Zoo.bytes(file(field, 1)))) {
            return table.schema().fields().getFirst();
        }
    }

    private static void assertRefused(byte[] file, String message) {
        assertThatThrownBy(() -> ArrowTable.of("it", Zoo.bytes(file))).isInstanceOf(ForeignDescriptorException.class)
                .hasMessageContaining(message);
    }

    private static Arguments named(String name, byte type, Build parameters) {
        return Arguments.of(name, type, parameters);
    }

    static Stream<Arguments> undefinedParameters() {
        return Stream.of(named("uint24", Type.Int, b -> Int.createInt(b, 24, false)),
                named("float of precision 7", Type.FloatingPoint,
                        b -> FloatingPoint.createFloatingPoint(b, (short) 7)),
                named("decimal96(20, 2)", Type.Decimal, b -> Decimal.createDecimal(b, 20, 2, 96)),
                named("time32 of unit 9", Type.Time, b -> Time.createTime(b, (short) 9, 32)),
                named("time32 of unit -1", Type.Time, b -> Time.createTime(b, (short) -1, 32)),
                named("time32 of unit 3", Type.Time, b -> Time.createTime(b, TimeUnit.NANOSECOND, 32)),
                named("timestamp of unit 4", Type.Timestamp, b -> Timestamp.createTimestamp(b, (short) 4, 0)),
                named("duration of unit 4", Type.Duration, b -> Duration.createDuration(b, (short) 4)),
                named("interval of unit 3", Type.Interval, b -> Interval.createInterval(b, (short) 3)));
    }

    /** Columns behind them are found: they have the buffers of all that is of a fixed width. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("undefinedParameters")
    void whatIsNotDefinedIsCarriedByItsName(String name, byte type, Build parameters) {
        ArrowField field = read(builder -> field(builder, type, parameters));
        assertThat(field.type()).isInstanceOf(ArrowType.Other.class).hasToString(name);
    }

    static Stream<Arguments> refused() {
        return Stream.of(named("expected a type, found none", Type.NONE, CraftedSchemaTest::nothing),
                named("type int has no parameters", Type.Int, _ -> 0),
                named("fixed_size_binary of byteWidth -1", Type.FixedSizeBinary,
                        b -> FixedSizeBinary.createFixedSizeBinary(b, -1)),
                named("fixed_size_binary of byteWidth 268435456", Type.FixedSizeBinary,
                        b -> FixedSizeBinary.createFixedSizeBinary(b, 1 << 28)),
                named("fixed_size_list of listSize -1", Type.FixedSizeList,
                        b -> FixedSizeList.createFixedSizeList(b, -1)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void whatCannotBeIsRefused(String message, byte type, Build parameters) {
        assertRefused(file(builder -> field(builder, type, parameters), 1), "schema: field 0 (\"x\"): " + message);
    }

    private static Build union(int children, int... ids) {
        return builder -> {
            int[] below = children(builder, children);
            return field(builder, Type.Union, b -> Union.createUnion(b, UnionMode.Dense,
                    ids.length == 0 ? 0 : Union.createTypeIdsVector(b, ids)), below);
        };
    }

    @Test
    void idsOfUnionsAreThoseOfTheirChildren() {
        assertThat(read(union(3)).type()).isEqualTo(new ArrowType.Union(true, List.of(0, 1, 2)));
        assertThat(read(union(2, 5, 127)).type()).isEqualTo(new ArrowType.Union(true, List.of(5, 127)));
        assertThat(read(union(128)).children()).hasSize(128);
        assertRefused(file(union(2, 5), 1), "a union of 2 children and 1 typeIds");
        assertRefused(file(union(129), 1), "a union of 129 children and 0 typeIds");
        assertRefused(file(union(1, -1), 1), "typeIds: a union with -1");
        assertRefused(file(union(1, 128), 1), "typeIds: a union with 128");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, 1000})
    void moreFieldsThanTheFooterHoldsAreRefused(int count) {
        assertRefused(file(builder -> field(builder, Type.Null, CraftedSchemaTest::nothing), count),
                "schema: children: " + count + " do not fit into the metadata");
    }

    private static Build nested(int depth) {
        return builder -> {
            int inner = field(builder, Type.Null, CraftedSchemaTest::nothing);
            for (int i = 0; i < depth; i++) {
                inner = field(builder, Type.List, CraftedSchemaTest::nothing, inner);
            }
            return inner;
        };
    }

    @Test
    void nestingHasAnEnd() {
        assertThat(read(nested(63)).children()).hasSize(1);
        assertRefused(file(nested(70), 1), "children are nested deeper than 64");
    }

    @Test
    void indicesOfADictionaryAreInt32UnlessSaidOtherwise() {
        ArrowField field = read(builder -> {
            int name = builder.createString("x");
            int type = Int.createInt(builder, 16, true);
            int coded = DictionaryEncoding.createDictionaryEncoding(builder, 7, 0, true, (short) 0);
            return Field.createField(builder, name, true, Type.Int, type, coded, 0, 0);
        });
        assertThat(field.type()).isInstanceOfSatisfying(ArrowType.Dictionary.class, type -> {
            assertThat(type.index()).isEqualTo(ArrowNumber.INT32);
            assertThat(type.ordered()).isTrue();
        });
        assertThat(read(builder -> {
            int name = builder.createString("x");
            int type = Int.createInt(builder, 16, true);
            int index = Int.createInt(builder, 24, true);
            int coded = DictionaryEncoding.createDictionaryEncoding(builder, 7, index, true, (short) 0);
            return Field.createField(builder, name, true, Type.Int, type, coded, 0, 0);
        }).type()).hasToString("dictionary<int16> of undefined indices");
    }
}
