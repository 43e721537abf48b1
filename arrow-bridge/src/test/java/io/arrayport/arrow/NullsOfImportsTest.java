package io.arrayport.arrow;

import static io.arrayport.arrow.HostileStructs.word;
import static io.arrayport.core.Np.np;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Consumer;

import io.arrayport.arrow.column.ArrowColumn;
import io.arrayport.arrow.column.Validity;
import io.arrayport.arrow.type.ArrowField;
import io.arrayport.arrow.type.ArrowNumber;
import io.arrayport.arrow.type.ArrowType;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.ClosedException;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.ndarray.NdArray;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * An import looks at no row: what it costs does not grow. The refusal of nulls comes before any value is used, by
 * whatever way.
 */
class NullsOfImportsTest {
    private final BufferAllocator allocator = new RootAllocator();

    @AfterEach
    void everythingIsGivenBack() {
        allocator.close();
        assertThat(ArrowC.liveExports()).isZero();
    }

    private static final List<Consumer<NdArray>> USES = List.of(array -> array.getLong(0), array -> array.item(0),
            array -> np.sum(array), array -> array.get("::2").copy(), array -> array.toArray(),
            array -> array.storage().lease("neighbour"), array -> ArrowC.structs("v").accept(array),
            array -> array.astype(DType.FLOAT64), array -> array.reshape(2, 5).str());

    @Test
    void everyUseOfAVectorWithNullsIsRefusedWithTheirNumber() {
        try (FieldVector vector = ArrowJava.numbers(allocator, ArrowNumber.INT32, "v", 10)) {
            vector.setNull(2);
            vector.setNull(9);
            try (NdArray array = ArrowBridge.arrow(vector).open()) {
                assertThat(array.address()).isEqualTo(vector.getDataBuffer().memoryAddress());
                for (Consumer<NdArray> use : USES) {
                    assertThatThrownBy(() -> use.accept(array)).isInstanceOf(ZeroCopyException.class)
                            .hasMessageContaining("IntVector \"v\"").hasMessageContaining("2 nulls in 10 rows")
                            .hasMessageContaining("values() and validity()");
                }
                assertThat(array.storage().exports()).isZero();
            }
        }
    }

    @Test
    void everyUseOfOneWithoutNullsGoesThrough() {
        for (Consumer<NdArray> use : USES.subList(0, 5)) {
            try (FieldVector vector = ArrowJava.numbers(allocator, ArrowNumber.INT32, "v", 10);
                    NdArray array = ArrowBridge.arrow(vector).open()) {
                assertThatCode(() -> use.accept(array)).doesNotThrowAnyException();
            }
        }
    }

    @Test
    void anArrayThatNobodyUsedGivesAllBack() {
        try (FieldVector vector = ArrowJava.numbers(allocator, ArrowNumber.INT64, "v", 100)) {
            vector.setNull(7);
            long held = allocator.getAllocatedMemory();
            NdArray array = ArrowBridge.arrow(vector).open();
            vector.close();
            assertThat(allocator.getAllocatedMemory()).isEqualTo(held);
            array.close();
            assertThat(allocator.getAllocatedMemory()).isZero();
            assertThatThrownBy(() -> array.getLong(0)).isInstanceOf(ClosedException.class);
        }
    }

    /** Proof that no bit is read: there is no memory at the bitmap's address. */
    @Test
    void aBitmapIsNotReadBeforeItIsNeeded() {
        NdArray numbers = Numbers.array(DType.INT64, 10);
        for (boolean whole : new boolean[]{true, false}) {
            try (CStructs structs = ArrowC.structs(ArrowColumn.of("v", numbers))) {
                word(structs.array() + 8, -1);
                word(word(structs.array() + 40), 8);
                if (whole) {
                    ArrowC.source(structs.schema(), structs.array()).open().close();
                } else {
                    try (ArrowColumn column = ArrowC.column(structs.schema(), structs.array());
                            CStructs again = ArrowC.structs(column)) {
                        assertThat(column.validity().isCounted()).isFalse();
                        assertThat(column.values().getLong(9)).isEqualTo(numbers.getLong(9));
                        assertThat(word(again.array() + 8)).as("null_count of the export").isEqualTo(-1);
                        assertThat(word(word(again.array() + 40))).as("its bitmap").isEqualTo(8);
                    }
                }
            }
        }
    }

    @Test
    void nullsOfAChildAreNullsOfTheArray() {
        NdArray six = Numbers.array(DType.INT32, 6);
        Validity one = Validity.ofMask(np.array(new boolean[]{false, false, false, false, true, false}));
        ArrowField field = ArrowField.of("v", new ArrowType.FixedList(2), ArrowField.of("item", DType.INT32));
        ArrowColumn lists = ArrowColumn.of(field, 3, List.of(), List.of(ArrowColumn.of("item", six, one)));
        try (CStructs structs = ArrowC.structs(lists);
                NdArray pairs = ArrowC.source(structs.schema(), structs.array()).open()) {
            assertThat(pairs.shape().toArray()).containsExactly(3, 2);
            assertThatThrownBy(() -> np.sum(pairs)).isInstanceOf(ZeroCopyException.class)
                    .hasMessageContaining("\"item\" has 1 null in 6 rows");
        }
    }

    @Test
    void bytesThatAreNoBoolsAreFoundBeforeTheyAreUsed() {
        NdArray bytes = np.array(1, 0, 2).astype(DType.INT8);
        ArrowColumn flags = ArrowColumn.of(ArrowField.of("v", DType.BOOL), bytes);
        try (CStructs structs = ArrowC.structs(flags);
                NdArray bools = ArrowC.source(structs.schema(), structs.array()).open()) {
            assertThat(bools.dtype()).isEqualTo(DType.BOOL);
            assertThatThrownBy(() -> np.any(bools)).isInstanceOf(ZeroCopyException.class)
                    .hasMessageContaining("bytes other than 0 and 1");
        }
        bytes.setLong(1, 2);
        try (CStructs structs = ArrowC.structs(flags);
                NdArray bools = ArrowC.source(structs.schema(), structs.array()).open()) {
            assertThat(bools.getBoolean(2)).isTrue();
        }
    }
}
