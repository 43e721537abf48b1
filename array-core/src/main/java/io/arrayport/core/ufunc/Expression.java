package io.arrayport.core.ufunc;

import java.util.List;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.WeakKind;
import org.jspecify.annotations.Nullable;

/**
 * A formula over arrays, as data: what {@link Fused} compiles for the types it meets. It names no type but where it
 * converts, no shape and no device. Parts that occur several times may be one object, and are computed once.
 */
public sealed interface Expression {

    /** Returns what it is made of. */
    default List<Expression> inputs() {
        return List.of();
    }

    /** The k-th argument of the function: an array, or a weak number. */
    record Parameter(int index) implements Expression {}

    /**
     * A weak number, as NEP 50 has Python's.
     *
     * @param value of one of {@link WeakKind}'s classes
     */
    record Constant(Object value) implements Expression {
        public Constant {
            WeakKind.of(value);
        }
    }

    /**
     * A row of the table of ufuncs.
     *
     * @param output which of its outputs
     * @param inputs as many as the row takes
     */
    record Apply(UFunc row, int output, List<Expression> inputs) implements Expression {
        public Apply {
            inputs = List.copyOf(inputs);
        }
    }

    /** The second where the first is true, that is not 0, else the third: {@code np.where}. */
    record Where(List<Expression> inputs) implements Expression {
        public Where {
            inputs = List.copyOf(inputs);
        }
    }

    /** Elements converted, whatever that costs them: {@code astype}. */
    record Convert(DType type, List<Expression> inputs) implements Expression {
        public Convert {
            inputs = List.copyOf(inputs);
        }
    }

    /**
     * Many elements to one.
     *
     * @param operation how errors call it
     * @param row of two inputs; null averages
     * @param keywords without {@code out} and {@code where}
     */
    record Reduce(String operation, @Nullable UFunc row, ReduceAxes axes, Reducing keywords, List<Expression> inputs)
            implements Expression {
        public Reduce {
            inputs = List.copyOf(inputs);
        }
    }
}
