package io.arrayport.conformance.golden;

import java.util.List;
import java.util.Map;

import io.arrayport.core.error.AxisException;
import io.arrayport.core.error.CallException;
import io.arrayport.core.error.CastingException;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.IndexException;
import io.arrayport.core.error.LinearAlgebraException;
import io.arrayport.core.error.MemoryBudgetException;
import io.arrayport.core.error.ReadOnlyException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.index.Index;
import io.arrayport.core.ndarray.NdArray;
import org.jspecify.annotations.Nullable;

/** Functions whose right answer is known without NumPy: the case then says what is expected, rightly or wrongly. */
final class Impostor implements Caller {
    @Override
    public @Nullable Object call(String name, List<?> args, Map<String, ?> kwargs) {
        return switch (name) {
            case "same" -> args.getFirst();
            case "option" -> kwargs.get("option");
            case "list" -> args;
            case "__getitem__" -> args.get(1);
            case "copy" -> array(args).copy();
            case "tail" -> array(args).get(Index.slice(1, null));
            case "overwrite" -> overwrite(array(args));
            case "refuse" -> throw refusal((String) args.getFirst());
            default -> throw new CallException(CallException.Reason.UNKNOWN_NAME, "call: there is no " + name);
        };
    }

    private static NdArray array(List<?> args) {
        return (NdArray) args.getFirst();
    }

    private static @Nullable Object overwrite(NdArray array) {
        array.setLong(9, 0);
        return null;
    }

    static RuntimeException refusal(String kind) {
        return switch (kind) {
            case "axis" -> new AxisException("it");
            case "casting" -> new CastingException("it");
            case "dtype" -> new DTypeException("it");
            case "index" -> new IndexException("it");
            case "linear" -> new LinearAlgebraException("it");
            case "memory" -> new MemoryBudgetException("it");
            case "read-only" -> new ReadOnlyException("it");
            case "shape" -> new ShapeException("it");
            case "zero-copy" -> new ZeroCopyException("it");
            case "argument" -> new IllegalArgumentException("it");
            case "null" -> new NullPointerException("it");
            case "form" -> new CallException(CallException.Reason.NO_SUCH_FORM, "it");
            case "keyword" -> new CallException(CallException.Reason.UNKNOWN_KEYWORD, "it");
            default -> throw new AssertionError(kind);
        };
    }
}
