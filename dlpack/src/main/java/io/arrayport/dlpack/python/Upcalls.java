package io.arrayport.dlpack.python;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;

/** C functions made of Java methods, for Python to call. They live as long as the process, as Python does. */
final class Upcalls {
    private static final Lookup LOOKUP = MethodHandles.lookup();

    private Upcalls() {}

    /** A pointer to a static method of this package, which must not throw: what escapes it ends the VM. */
    static long stub(Class<?> owner, String name, FunctionDescriptor type) {
        try {
            Lookup lookup = MethodHandles.privateLookupIn(owner, LOOKUP);
            return Linker.nativeLinker()
                    .upcallStub(lookup.findStatic(owner, name, type.toMethodType()), type, Arena.global()).address();
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** Says what went wrong where nobody can be told. */
    static void report(String what, Throwable t) {
        try {
            System.getLogger(Upcalls.class.getName()).log(System.Logger.Level.WARNING, "python: " + what, t);
        } catch (Throwable second) {
            // Nothing is left to say it with.
        }
    }
}
