package io.arrayport.dlpack.python;

import java.util.List;
import java.util.Map;

import io.arrayport.core.error.DTypeException;
import io.arrayport.core.ndarray.NdArray;
import org.jspecify.annotations.Nullable;

/** Java values as Python's. The caller holds the lock. */
final class Values {
    private Values() {}

    /**
     * A new reference to what a value is in Python: null is None, boxes are bool, int and float, texts str, lists and
     * maps become lists and dicts, an {@link NdArray} an object that shares its bytes.
     *
     * @throws DTypeException if it is nothing in Python
     */
    static long toNew(@Nullable Object value) {
        return switch (value) {
            case null -> CPython.noneNew();
            case PyObject object -> object.referenceNew();
            case NdArray array -> JavaArrays.objectNew(array);
            case Boolean truth -> CPython.boolNew(truth);
            case Double number -> CPython.floatNew(number);
            case Float number -> CPython.floatNew(number);
            case Long number -> CPython.longNew(number);
            case Integer number -> CPython.longNew(number);
            case Short number -> CPython.longNew(number);
            case Byte number -> CPython.longNew(number);
            case CharSequence text -> CPythonTexts.unicodeNew(text.toString());
            case Character text -> CPythonTexts.unicodeNew(text.toString());
            case List<?> items -> CPython.listNew(allNew(items));
            case Map<?, ?> entries -> dictNew(entries);
            default -> throw new DTypeException("python: a " + value.getClass().getName() + " is nothing in Python, "
                    + "expected null, a boolean, a number, a text, a List, a Map, an NdArray or a PyObject");
        };
    }

    /** All or none. */
    static long[] allNew(List<?> values) {
        long[] references = new long[values.size()];
        int done = 0;
        try {
            for (Object value : values) {
                references[done] = toNew(value);
                done++;
            }
            return references;
        } catch (RuntimeException | Error e) {
            for (int at = 0; at < done; at++) {
                CPython.decref(references[at]);
            }
            throw e;
        }
    }

    static long dictNew(Map<?, ?> entries) {
        long dict = CPython.dictNew();
        try (Refs refs = new Refs()) {
            for (Map.Entry<?, ?> entry : entries.entrySet()) {
                CPython.setItem(dict, refs.own(toNew(entry.getKey())), refs.own(toNew(entry.getValue())));
            }
            return dict;
        } catch (RuntimeException | Error e) {
            CPython.decref(dict);
            throw e;
        }
    }
}
