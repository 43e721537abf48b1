package io.arrayport.core;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.dtype;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.AbstractList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.StructType;
import io.arrayport.core.dtype.StructType.Field;
import io.arrayport.core.error.IndexException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.index.Index;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.ndarray.NdArray;
import org.junit.jupiter.api.Test;

/** Lists that hold more when they are read than when they were counted, as another thread may add to them. */
final class ChangingListsTest {
    /** Holds two ones when it is first asked, and more from then on. */
    private static final class Growing extends AbstractList<Object> {
        private static final int MORE = 100;
        private boolean asked;

        @Override
        public Object get(int index) {
            return 1L;
        }

        @Override
        public int size() {
            return 2;
        }

        @Override
        public Iterator<Object> iterator() {
            return Collections.<Object>nCopies(MORE, 1L).iterator();
        }

        @Override
        public Object[] toArray() {
            int count = asked ? MORE : 2;
            asked = true;
            return Collections.nCopies(count, 1L).toArray();
        }
    }

    @Test
    void noMoreNumbersAreWrittenThanThereIsRoomFor() {
        assertThatThrownBy(() -> np.array(new Growing())).isInstanceOf(ShapeException.class);
        assertThatThrownBy(() -> np.array(new Growing(), dtype(DType.INT8))).isInstanceOf(ShapeException.class);
        try (NdArray rows = np.array(List.of(List.of(1L, 2L), new Growing()))) {
            assertThat(rows.shape()).isEqualTo(Shape.of(2, 2));
        }
    }

    @Test
    void noMoreRecordsAreWrittenThanThereIsRoomFor() {
        StructType type = StructType.of(Field.of("a", DType.INT64));
        try (NdArray records = np.array(new Growing(), dtype(type))) {
            assertThat(records.shape()).isEqualTo(Shape.of(2));
        }
    }

    @Test
    void listedIndicesAreAsManyAsTheirShapeSays() {
        assertThatThrownBy(() -> new Index.Listed(Shape.of(1), List.of(0L, 0L), false))
                .isInstanceOf(IndexException.class).hasMessageContaining("2 numbers are listed for the shape (1,)");
        assertThat(new Index.Listed(Shape.of(1, 2), List.of(0L, 1L), false)).hasToString("[[0, 1]]");
    }
}
