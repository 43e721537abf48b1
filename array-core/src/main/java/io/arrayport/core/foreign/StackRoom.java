package io.arrayport.core.foreign;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Whether a call into C that may call back has the stack for it. Where the stack ends inside the upcall, before any
 * Java handler, the VM does not throw but exits: so a {@code close()} at the bottom of a runaway recursion would kill
 * the process.
 *
 * <p>Java cannot ask how much stack is left, but it can make a method that needs much: one with thousands of local
 * variables. The interpreter reserves them all, and compiled code checks at entry for what the interpreter would need,
 * which costs a store for each page. The class is spun here because no source should have that many variables.
 */
public final class StackRoom {
    /**
     * Variables of 8 bytes: far more than the way through an upcall takes, far less than the smallest stack. One store
     * for each page, and all of them in one set of the first cache: with more than eight pages they evict each other.
     */
    private static final int CALLBACK_SLOTS = 2560;
    /** For a library that computes on the caller's stack before it calls back: a quarter of a usual stack. */
    private static final int LIBRARY_SLOTS = 32768;
    /** The JIT inlines no method this large; inlined, the check would move up into a caller that cannot handle it. */
    private static final int PADDING = 400;
    private static final MethodHandle CALLBACK = probe(CALLBACK_SLOTS);
    private static final MethodHandle LIBRARY = probe(LIBRARY_SLOTS);

    private StackRoom() {}

    /** Whether a call that may come back from C has to wait for a thread with more room. */
    public static boolean isShort() {
        try {
            CALLBACK.invokeExact();
            return false;
        } catch (StackOverflowError e) {
            return true;
        } catch (Throwable t) {
            throw new AssertionError("the probe calls nothing that throws", t);
        }
    }

    /**
     * Throws here, where it is harmless, what would end the VM further down.
     *
     * @throws StackOverflowError if there is too little room for a call that may come back
     */
    public static void require(String operation) {
        if (isShort()) {
            throw overflow(operation, CALLBACK_SLOTS);
        }
    }

    /**
     * As {@link #require}, for a call that computes.
     *
     * @throws StackOverflowError if there is too little room
     */
    public static void requireForLibrary(String operation) {
        try {
            LIBRARY.invokeExact();
        } catch (StackOverflowError e) {
            throw overflow(operation, LIBRARY_SLOTS);
        } catch (Throwable t) {
            throw new AssertionError("the probe calls nothing that throws", t);
        }
    }

    private static StackOverflowError overflow(String operation, int slots) {
        return new StackOverflowError(operation + ": less than " + slots * Long.BYTES
                + " bytes of stack are left for a call into C that may call back; call it from less deep,"
                + " or on a thread with a larger stack");
    }

    private static MethodHandle probe(int slots) {
        MethodHandles.Lookup lookup = MethodHandles.lookup();
        ClassDesc name = ClassDesc.of(StackRoom.class.getPackageName(), "StackProbe");
        byte[] bytes = ClassFile.of().build(name, type -> type
                .withMethodBody("leaf", ConstantDescs.MTD_void, ClassFile.ACC_STATIC, code -> padded(code).return_())
                .withMethodBody("probe", MethodTypeDesc.of(ConstantDescs.CD_void), ClassFile.ACC_STATIC,
                        // Only a call makes compiled code reckon with the interpreter's frame.
                        code -> padded(code).iconst_0().istore(slots).invokestatic(name, "leaf", ConstantDescs.MTD_void)
                                .return_()));
        try {
            MethodHandles.Lookup made = lookup.defineHiddenClass(bytes, true);
            return made.findStatic(made.lookupClass(), "probe", MethodType.methodType(void.class));
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private static CodeBuilder padded(CodeBuilder code) {
        for (int i = 0; i < PADDING; i++) {
            code.nop();
        }
        return code;
    }
}
