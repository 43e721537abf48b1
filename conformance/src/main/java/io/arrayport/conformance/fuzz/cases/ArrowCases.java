package io.arrayport.conformance.fuzz.cases;

import java.util.List;
import java.util.SplittableRandom;

import io.arrayport.arrow.ArrowC;
import io.arrayport.arrow.column.ArrowColumn;
import io.arrayport.core.error.ForeignDescriptorException;
import io.arrayport.core.error.ZeroCopyException;

/** Pairs of {@code ArrowSchema} and {@code ArrowArray}, and of {@code ArrowDeviceArray}. */
final class ArrowCases implements Family {
    private static final int BUFFERS = 1024;
    private static final int CPU = 1;
    private static final int CUDA_HOST = 3;

    private final Guarded memory = new Guarded(BUFFERS);
    private String damage = "";

    @Override
    public Verdict run(long cut, SplittableRandom random) {
        memory.reset();
        ArrowNode root = new ArrowMaker(random).column(random.nextInt(9), 0);
        ArrowDamage done = new ArrowDamage(random, root);
        for (int i = random.nextInt(8) == 0 ? 0 : 1 + random.nextInt(4) / 3; i > 0; i--) {
            done.one();
        }
        damage = done.toString();
        boolean readable = done.fit();
        Worker.announce(damage);
        ArrowStructs structs = new ArrowStructs(memory);
        int kind = random.nextInt(16);
        if (kind == 0) {
            return refusedAtOnce(root, structs, random);
        }
        return kind < 3 ? device(root, structs, done, readable, random)
                : judge(done, readable, structs.schema(root), structs.array(root, ArrowStructs.ARRAY_BYTES), false);
    }

    /** Structs that are not there to be taken: nothing is released. */
    private Verdict refusedAtOnce(ArrowNode root, ArrowStructs structs, SplittableRandom random) {
        int which = random.nextInt(6);
        root.schemaReleased = which == 0;
        root.arrayReleased = which == 1;
        long schema = which == 2 ? 0 : structs.schema(root) + (which == 3 ? 4 : 0);
        long array = which == 4 ? 0 : structs.array(root, ArrowStructs.ARRAY_BYTES) + (which == 5 ? 4 : 0);
        damage = "not to be taken, " + which;
        ArrowStructs.forgetReleases();
        try {
            ArrowC.column(schema, array).close();
        } catch (ForeignDescriptorException refused) {
            Wrong.unlessNamed(refused.getMessage(), List.of(which < 2 ? "release"
                    : which < 4 ? "ArrowSchema: expected an address" : "ArrowArray: expected an address"));
            ArrowStructs.checkReleases(0, 0);
            return Verdict.REFUSED;
        }
        throw new Wrong("taken");
    }

    private Verdict device(ArrowNode root, ArrowStructs structs, ArrowDamage done, boolean readable,
            SplittableRandom random) {
        long schema = structs.schema(root);
        long array = structs.array(root, ArrowStructs.DEVICE_BYTES);
        int type = random.nextInt(3) > 0 ? CPU : random.nextInt(4) == 0 ? random.nextInt() : random.nextInt(18);
        long event = random.nextInt(8) == 0 ? random.nextLong() : 0;
        // Pinned memory of CUDA is main memory; of others, no device has such a number
        boolean pinned = type == CUDA_HOST && event == 0 && random.nextBoolean();
        ArrowStructs.word(array + 80, pinned ? random.nextInt(8) - 1 : random.nextLong());
        ArrowStructs.integer(array + 88, type);
        ArrowStructs.word(array + 96, event);
        for (int word = 104; word < ArrowStructs.DEVICE_BYTES; word += Long.BYTES) {
            ArrowStructs.word(array + word, random.nextLong());
        }
        if (type == CPU && event == 0 || pinned) {
            return judge(done, readable, schema, array, true);
        }
        damage = "device_type " + type + ", sync_event " + event;
        ArrowStructs.forgetReleases();
        try {
            ArrowC.deviceColumn(schema, array).close();
        } catch (ForeignDescriptorException | ZeroCopyException refused) {
            Wrong.unlessNamed(refused.getMessage(),
                    type == CPU ? List.of("sync_event") : List.of("device_type", "device_id"));
            ArrowStructs.checkReleases(0, 0);
            return Verdict.REFUSED;
        }
        throw new Wrong("taken");
    }

    private static Verdict judge(ArrowDamage done, boolean readable, long schema, long array, boolean device) {
        ArrowStructs.forgetReleases();
        Verdict verdict;
        try (ArrowColumn column = device ? ArrowC.deviceColumn(schema, array) : ArrowC.column(schema, array)) {
            Wrong.unless(!done.isFatal(), "taken: " + column);
            if (readable) {
                Rows.touch(column);
            }
            verdict = readable ? Verdict.READ : Verdict.TAKEN;
        } catch (ForeignDescriptorException refused) {
            Wrong.unless(!done.isNone(), "refused, and nothing is damaged: " + refused.getMessage());
            Wrong.unlessNamed(refused.getMessage(), done.names());
            verdict = Verdict.REFUSED;
        }
        ArrowStructs.checkReleases(1, 1);
        return verdict;
    }

    @Override
    public String damage() {
        return damage;
    }
}
