package io.arrayport.arrow.ipc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.arrayport.arrow.AllRows;
import io.arrayport.core.error.ForeignDescriptorException;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.memory.Storage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files damaged at random: each is either read or refused by one of our exceptions, and no column that is handed out
 * leaves the file, whatever its offsets and views say. In this process, because every read has bounds.
 */
class DamagedBytesTest {
    private static final int ROUNDS = 5_000;
    private static byte[] file = new byte[0];
    private static byte[] stream = new byte[0];

    @BeforeAll
    static void writeASoundFile() throws IOException {
        file = SoundFile.bytes();
        stream = SoundFile.bytes(true);
    }

    /** How a round damages the bytes. */
    private enum Damage {
        BIT {
            @Override
            void apply(byte[] bytes, Random random) {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            }
        },
        EXTREME {
            @Override
            void apply(byte[] bytes, Random random) {
                int at = random.nextInt(bytes.length - 8);
                byte fill = (byte) (random.nextBoolean() ? 0xff : random.nextBoolean() ? 0x7f : 0x80);
                for (int i = 0; i < 1 << random.nextInt(4); i++) {
                    bytes[at + i] = fill;
                }
            }
        },
        WORD {
            @Override
            void apply(byte[] bytes, Random random) {
                // Small numbers at aligned places hit offsets, lengths and counts
                int at = random.nextInt(bytes.length / 4) * 4;
                MemorySegment.ofArray(bytes).set(ValueLayout.JAVA_INT_UNALIGNED, at, random.nextInt(256) - 64);
            }
        },
        MOVE {
            @Override
            void apply(byte[] bytes, Random random) {
                int length = 1 + random.nextInt(64);
                int from = random.nextInt(bytes.length - length);
                System.arraycopy(bytes, from, bytes, random.nextInt(bytes.length - length), length);
            }
        };

        abstract void apply(byte[] bytes, Random random);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void damageIsReadOrRefusedAndNeverLeavesTheFile(long seed) {
        damage(seed, file);
        damage(seed, stream);
    }

    private static void damage(long seed, byte... sound) {
        Random random = new Random(seed);
        int refused = 0;
        int given = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = sound.clone();
            int hits = 1 + random.nextInt(3);
            for (int i = 0; i < hits; i++) {
                Damage.values()[random.nextInt(Damage.values().length)].apply(bytes, random);
            }
            try {
                given += readAll(bytes);
            } catch (ForeignDescriptorException | ZeroCopyException expected) {
                assertThat(expected.getMessage()).contains("Arrow file test").doesNotContain("\n");
                refused++;
            } catch (RuntimeException | Error wrong) {
                throw new AssertionError("seed " + seed + ", round " + round, wrong);
            }
        }
        // Were either of them rare, the damage would not be testing what it should
        assertThat(refused).as("refused, seed " + seed).isGreaterThan(ROUNDS / 10);
        assertThat(given).as("columns read, seed " + seed).isGreaterThan(ROUNDS / 10);
    }

    /** Reads every column; a refusal of one does not hide the next. */
    private static int readAll(byte[] bytes) {
        try (Storage storage = Storage.allocate(bytes.length)) {
            MemorySegment segment = Memory.segment(storage.address(), bytes.length)
                    .copyFrom(MemorySegment.ofArray(bytes));
            FileBytes file = new FileBytes("test", segment);
            IpcFooter footer = StreamScanner.isStream(file) ? StreamScanner.read(file) : FooterReader.read(file);
            ColumnReader reader = new ColumnReader(file, footer, storage);
            List<RuntimeException> refusals = new ArrayList<>();
            int given = 0;
            for (int i = 0; i < footer.batches().size(); i++) {
                IpcBatch batch = BatchReader.read(file, footer, i);
                for (int column = 0; column < footer.schema().schema().fields().size(); column++) {
                    try {
                        AllRows.read(reader.read(batch, i, column));
                        given++;
                    } catch (ForeignDescriptorException | ZeroCopyException refusal) {
                        refusals.add(refusal);
                    }
                }
            }
            if (given == 0 && !refusals.isEmpty()) {
                throw refusals.getFirst();
            }
            return given;
        }
    }
}
