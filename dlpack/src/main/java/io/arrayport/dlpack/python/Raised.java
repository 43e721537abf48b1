package io.arrayport.dlpack.python;

import java.util.List;
import java.util.stream.Stream;

import io.arrayport.core.error.ArrayportException;
import io.arrayport.core.error.ClosedException;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.IndexException;

/** Exceptions on their way across, in both directions. */
final class Raised {
    private static final String UNTOLD = "(its text cannot be had)";

    private Raised() {}

    /** Takes the exception that is pending in this thread, as one to throw. */
    static PythonException take() {
        long error = CPythonErrors.fetchNew();
        if (error == 0) {
            return new PythonException("SystemError", "a function failed and raised nothing", "");
        }
        try (Refs refs = new Refs()) {
            refs.own(error);
            return described(error, refs);
        }
    }

    /** Calls nothing that comes back to {@link #take}: what describing raises, describing could raise again. */
    private static PythonException described(long error, Refs refs) {
        long module = Interpreter.module();
        if (module == 0) { // it is the module itself that did not come up
            return new PythonException("Exception",
                    CPythonTexts.stringIfAny(refs.ownIfAny(CPython.strOrNullNew(error))).orElse(UNTOLD), "");
        }
        long told = refs.ownIfAny(CPython.askOrNullNew(module, "describe", error));
        List<String> words = told == 0
                ? List.of()
                : Stream.of(0, 1, 2).flatMap(at -> CPythonTexts.stringIfAny(CPython.tupleItemOrNull(told, at)).stream())
                        .toList();
        return words.size() == 3
                ? new PythonException(words.get(0), words.get(1), words.get(2))
                : new PythonException(CPythonErrors.nameOf(error), UNTOLD, "");
    }

    /** Raises in Python what Java code threw on Python's behalf. */
    static void raise(Throwable thrown, boolean whileExporting) {
        String type = switch (thrown) {
            case PythonException e -> "PyExc_" + e.type();
            case ClosedException _ -> "PyExc_ValueError";
            case DTypeException _ when !whileExporting -> "PyExc_TypeError";
            case IllegalArgumentException _ -> "PyExc_ValueError";
            case IndexException _ -> "PyExc_IndexError";
            case OutOfMemoryError _ -> "PyExc_MemoryError";
            case StackOverflowError _ -> "PyExc_RecursionError";
            case ArrayportException _ -> "PyExc_BufferError";
            default -> "PyExc_RuntimeError";
        };
        CPythonErrors.raise(type, switch (thrown) {
            case PythonException e -> e.said();
            case ArrayportException e -> String.valueOf(e.getMessage());
            default -> thrown.toString();
        });
    }
}
