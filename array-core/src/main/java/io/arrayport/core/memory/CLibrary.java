package io.arrayport.core.memory;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Functions of C's library that take and return integers. */
final class CLibrary {
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
    /**
     * The shape of every call here, though only mmap has six arguments: for each shape the linker takes 5 to 10 ms of
     * the start of a process. Integers are passed as longs too; who takes fewer looks at no more, and what comes back
     * from who returns nothing is to be left alone.
     */
    private static final FunctionDescriptor SHAPE = FunctionDescriptor.of(LONG, LONG, LONG, LONG, LONG, LONG, LONG);

    private CLibrary() {}

    /** Returns what calls a function that every system has. */
    static MethodHandle bind(String name) {
        return find(name).orElseThrow(() -> new NoSuchElementException(name));
    }

    /** Returns what calls a function, where the system has it. */
    static Optional<MethodHandle> find(String name) {
        Linker linker = Linker.nativeLinker();
        return linker.defaultLookup().find(name).map(symbol -> linker.downcallHandle(symbol, SHAPE));
    }
}
