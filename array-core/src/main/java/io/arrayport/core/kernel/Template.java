package io.arrayport.core.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.constant.ConstantDescs;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;

import org.jspecify.annotations.Nullable;

/**
 * A loop written once and compiled once per operation.
 *
 * <p>The loop reads its operation and lane from {@code static final} fields, which its static initialiser fills from
 * {@link #data}. Each {@link #specialise} defines the loop's bytes again as a hidden class with other data, so that the
 * compiler sees constants: with the operation as a field or a parameter the same loop is 30 to 50 times slower,
 * because six operations share one profile. The class in the jar itself is never initialised. A template must not use
 * lambdas, inner classes or switches over enums, which would lead out of the hidden class or to values that are not
 * constant.
 *
 * <p>What a vector template calls must be inlined whole, or each vector becomes an object, for good (measured: 10 to
 * 60 times slower, and in one start of many only). So:
 * <ul>
 * <li>Every vector that is read, repeated or converted, that a call or a loop hands on, is cast to the class of its
 * species, by {@link Exact} or {@code VECTOR.cast(v)} with a constant: the compiler then knows its class. Otherwise it
 * relies on profiles, which the Vector API's own methods have in common with every other kernel of the JVM: once these
 * have seen two classes, both ways are compiled (measured: 2 to 4 times slower), and of three none is.
 * <li>A function that is called with vectors casts them so, too: where it is compiled by itself before the loop is,
 * that is for vectors of any class, and it becomes too big to be inlined (of sines in one start of three).
 * <li>It calls the Vector API in small methods (35 bytes of code) of its own. One that kernels share is compiled by
 * itself for vectors of any class, sooner or later, to more than is inlined (2500 bytes): all it may do is cast.
 * <li>A method that holds vectors makes each of its calls each time that it runs: what is called rarely is not inlined.
 * Strips too short for one turn of the loop go elsewhere; a rest is a last vector that overlaps, or is added by the
 * scalar twin.
 * <li>What a loop carries does not begin with {@code zero()}, which is an object that is there already, but with a
 * broadcast 0: else the sum is an object in each turn (measured: 8 times slower).
 * <li>Before and behind its loop it calls what the loop calls, or the Vector API itself: a method of its own that only
 * they call has no profile yet when all is compiled, and what that calls is not inlined.
 * <li>It makes few of them: some 40 vector operations in all are inlined; see {@link VectorFunction}.
 * <li>What few numbers need has a loop or a class of its own: a loop that has met one is compiled anew with all of it
 * (measured: 1.5 times slower for good).
 * <li>The loop itself is compiled alone: inlined into all its callers, it would find the nodes spent that a method may
 * have, and its own calls would not be inlined. So it begins with a switch of 80 ways, which costs nothing and makes it
 * longer than the 325 bytes that are inlined.
 * <li>A loop in which vectors live from one turn to the next is called for {@link #PART} turns at a time: it is then
 * compiled as a whole, because it was called often, before it is compiled in the middle of a long run, where its
 * vectors come as objects and stay that (measured: 20 times slower).
 * <li>A loop that only reads, maybe from far away, does not count by a constant: the compiler would do a dozen turns at
 * once and read each KB in any order, which is slow to come, in some starts and not in others (measured: 1.5 to 3
 * times). It goes on by {@code Math.min}, two to four vectors a turn.
 * </ul>
 */
final class Template<K> {
    /** Turns of a loop in one call; even, so that parts begin aligned. */
    static final long PART = 1024;

    private final Class<? extends K> loop;
    private volatile byte @Nullable [] bytes;

    Template(Class<? extends K> loop) {
        this.loop = loop;
    }

    /** Read when the first is made: of a dozen templates a process may need one. */
    private byte[] bytes() {
        byte[] read = bytes;
        if (read == null) {
            read = bytes(loop);
            bytes = read;
        }
        return read;
    }

    private static byte[] bytes(Class<?> type) {
        return bytes(type, type.getName().substring(type.getPackageName().length() + 1));
    }

    private static byte[] bytes(Class<?> beside, String name) {
        String resource = name + ".class";
        try (InputStream in = beside.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(
                        "kernel: the class file of " + beside.getPackageName() + "." + name
                                + " cannot be read as a resource; kernels are made"
                                + " from it, so a packager must keep .class files as they are");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("kernel: cannot read " + resource, e);
        }
    }

    /**
     * Makes an instance of {@code type} whose class is its own. The methods of a class that several loops hold
     * instances of are compiled once for all of them: if that code is large, it is called instead of inlined, and
     * knows nothing of one instance's fields (measured: 20 times slower).
     *
     * @param known what the instance is used as: an interface
     * @param type has one constructor; no method of it has the class itself as a parameter or result
     */
    static <T> T own(Class<T> known, Class<? extends T> type, Object... arguments) {
        return own(MethodHandles.lookup(), known, bytes(type), arguments);
    }

    /**
     * The same of a class by name, which itself is not loaded.
     *
     * @param maker of a class in the same package
     */
    static <T> T own(Lookup maker, Class<T> known, String name) {
        return own(maker, known, bytes(maker.lookupClass(), name));
    }

    private static <T> T own(Lookup maker, Class<T> known, byte[] bytes, Object... arguments) {
        try {
            Constructor<?> made = maker.defineHiddenClass(bytes, true).lookupClass().getDeclaredConstructors()[0];
            made.setAccessible(true); // of another package of ours
            return known.cast(made.newInstance(arguments));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("kernel: cannot make one more of " + known, e);
        }
    }

    /** Makes the loop's specialisation for {@code spec}: about 0.4 ms, so keep what it returns. */
    K specialise(Record spec) {
        try {
            Lookup made = MethodHandles.lookup().defineHiddenClassWithClassData(bytes(), spec, true);
            return instance(made);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("kernel: cannot specialise " + loop.getName() + " for " + spec, e);
        }
    }

    @SuppressWarnings("unchecked") // the bytes are those of `loop`, which implements K
    private K instance(Lookup made) throws ReflectiveOperationException {
        try {
            return (K) made.lookupClass().getDeclaredConstructor().newInstance();
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("kernel: " + loop.getName() + " failed to start", e.getCause());
        }
    }

    /** Returns what a loop was specialised with; called from its static initialiser with its own lookup. */
    static <T extends Record> T data(Lookup self, Class<T> type) {
        try {
            T data = MethodHandles.classData(self, ConstantDescs.DEFAULT_NAME, type);
            if (data == null) {
                throw new IllegalStateException(
                        "kernel: " + self.lookupClass().getName() + " is a template, use Kernels");
            }
            return data;
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("kernel: no class data for " + self.lookupClass().getName(), e);
        }
    }
}
