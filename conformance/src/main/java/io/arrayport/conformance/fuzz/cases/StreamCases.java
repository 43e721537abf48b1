package io.arrayport.conformance.fuzz.cases;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.invoke.MethodHandles;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;

import io.arrayport.arrow.ArrowC;
import io.arrayport.arrow.ArrowStream;
import io.arrayport.arrow.column.RecordBatch;
import io.arrayport.conformance.fuzz.cases.Producer.Answer;
import io.arrayport.core.error.ArrayportException;
import io.arrayport.core.foreign.NativeCode;
import org.jspecify.annotations.Nullable;

/** {@code ArrowArrayStream}s of a producer that fails, lies, or leaves out its callbacks. */
final class StreamCases implements Family {
    private static final int BUFFERS = 2048;
    private static final int STREAM_BYTES = 40;
    private static final FunctionDescriptor GET = FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_LONG);
    private static final long GET_SCHEMA = NativeCode.stub(MethodHandles.lookup(), "getSchema", GET);
    private static final long GET_NEXT = NativeCode.stub(MethodHandles.lookup(), "getNext", GET);
    private static final long GET_LAST_ERROR = NativeCode.stub(MethodHandles.lookup(), "getLastError",
            FunctionDescriptor.of(JAVA_LONG, JAVA_LONG));
    private static final long RELEASE = NativeCode.stub(MethodHandles.lookup(), "release",
            FunctionDescriptor.ofVoid(JAVA_LONG));
    private static final String[] MEMBERS = {"get_schema", "get_next", "get_last_error"};
    private static @Nullable Producer current;

    private final Guarded memory = new Guarded(BUFFERS);
    private final TreeSet<String> names = new TreeSet<>();
    private String damage = "";
    private boolean fatal;

    private static Producer current() {
        if (current == null) {
            throw new IllegalStateException("no stream");
        }
        return current;
    }

    /** Target of an upcall. */
    @SuppressWarnings("unused") // found by name
    private static int getSchema(long stream, long out) {
        return current().schema(out);
    }

    /** Target of an upcall. */
    @SuppressWarnings("unused") // found by name
    private static int getNext(long stream, long out) {
        return current().next(out);
    }

    /** Target of an upcall. */
    @SuppressWarnings("unused") // found by name
    private static long getLastError(long stream) {
        return current().error();
    }

    /** Target of an upcall. */
    @SuppressWarnings("unused") // found by name
    private static void release(long stream) {
        current().released();
        ArrowStructs.word(stream + 24, 0);
    }

    @Override
    public Verdict run(long cut, SplittableRandom random) {
        memory.reset();
        names.clear();
        fatal = false;
        damage = "none";
        int rows = random.nextInt(6);
        ArrowNode root = new ArrowNode("+s", rows, 0).buffer((byte[]) null);
        ArrowMaker maker = new ArrowMaker(random);
        for (int i = random.nextInt(3); i > 0; i--) {
            root.child(maker.column(rows, 1));
        }
        ArrowDamage done = new ArrowDamage(random, root);
        Producer producer = new Producer(memory, root, random.nextInt(3));
        long stream = memory.before(STREAM_BYTES);
        long[] callbacks = {GET_SCHEMA, GET_NEXT, GET_LAST_ERROR, RELEASE};
        boolean sound = random.nextInt(10) == 0;
        if (!sound) {
            spoil(random, producer, root, done, callbacks);
        }
        producer.error = message(random);
        boolean readable = done.fit();
        damage = done.isNone() ? damage : done.toString();
        Worker.announce(damage);
        for (int i = 0; i < callbacks.length; i++) {
            ArrowStructs.word(stream + 8L * i, callbacks[i]);
        }
        ArrowStructs.word(stream + 32, random.nextLong());
        return judge(producer, stream, readable, sound || done.isNone() && !fatal);
    }

    /** Damages a callback, an answer of one, or what it gives. */
    private void spoil(SplittableRandom random, Producer producer, ArrowNode root, ArrowDamage done,
            long... callbacks) {
        switch (random.nextInt(9)) {
            case 0 -> {
                int which = random.nextInt(MEMBERS.length);
                callbacks[which] = 0;
                did(MEMBERS[which] + " NULL", MEMBERS[which]);
            }
            case 1 -> {
                producer.schemaAnswer = Answer.values()[1 + random.nextInt(2)];
                did("get_schema " + producer.schemaAnswer, "get_schema");
            }
            case 2 -> {
                producer.lastAnswer = Answer.FAILS;
                did("get_next fails", "get_next");
            }
            case 3 -> {
                root.format = "i".getBytes(StandardCharsets.UTF_8);
                did("no table", "n_children", "format");
            }
            default -> {
                done.one();
                names.addAll(done.names());
                names.add("null rows");
            }
        }
    }

    /** Notes damage that has to be refused. */
    private void did(String what, String... named) {
        damage = what;
        fatal = true;
        names.addAll(List.of(named));
    }

    /** What {@code get_last_error} gives. */
    private long message(SplittableRandom random) {
        return switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> random.nextLong() | Long.MIN_VALUE;
            case 2 -> memory.holding((byte) 'b', (byte) 0xff, (byte) 0);
            default -> memory.holding("no more\n of it\0".getBytes(StandardCharsets.UTF_8));
        };
    }

    private Verdict judge(Producer producer, long address, boolean readable, boolean sound) {
        ArrowStructs.forgetReleases();
        current = producer;
        Verdict verdict;
        try (ArrowStream stream = ArrowC.stream(address)) {
            while (true) {
                Optional<RecordBatch> batch = stream.next();
                if (batch.isEmpty()) {
                    break;
                }
                try (RecordBatch rows = batch.get()) {
                    if (readable) {
                        rows.columns().forEach(Rows::touch);
                    }
                }
            }
            Wrong.unless(!fatal, "taken");
            verdict = readable ? Verdict.READ : Verdict.TAKEN;
        } catch (ArrayportException refused) {
            Wrong.unless(!sound, "refused, and nothing is damaged: " + refused.getMessage());
            Wrong.unlessNamed(refused.getMessage(), names);
            verdict = Verdict.REFUSED;
        }
        ArrowStructs.checkReleases(producer.schemas(), producer.arrays());
        Wrong.unless(producer.releases() == 1, "the stream was released " + producer.releases() + " times");
        return verdict;
    }

    @Override
    public String damage() {
        return damage;
    }
}
