package io.arrayport.conformance.fuzz.cases;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

import io.arrayport.arrow.ArrowTable;
import io.arrayport.arrow.Batch;
import io.arrayport.arrow.column.ArrowColumn;
import io.arrayport.conformance.fuzz.cases.FlatFields.Kind;
import io.arrayport.conformance.fuzz.cases.FlatFields.Place;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.ForeignDescriptorException;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Access;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ndarray.NdArray;

/** Arrow IPC files and streams: every field of their metadata, any bytes, and cut off at each byte. */
final class FileCases implements Family {
    private static final int BUFFERS = 512;
    private static final long[] EDGES = {0, 1, -1, 2, 8, 64, 127, 128, 255, 1 << 15, 1 << 20, Integer.MAX_VALUE,
            Integer.MIN_VALUE, 1L << 40, Long.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE - 7};

    private final Guarded memory = new Guarded(BUFFERS);
    private final List<byte[]> files = ArrowFiles.make(memory);
    private final List<List<Place>> places = files.stream().map(FlatFields::of).toList();
    private final List<Place> damaged = new ArrayList<>();
    private String damage = "";

    @Override
    public long cuts() {
        return files.stream().mapToLong(file -> file.length).sum();
    }

    @Override
    public Verdict run(long cut, SplittableRandom random) {
        memory.reset();
        damaged.clear();
        if (cut >= 0) {
            return cut(cut);
        }
        int file = random.nextInt(files.size());
        byte[] bytes = files.get(file).clone();
        StringBuilder what = new StringBuilder("file " + file);
        int hits = random.nextInt(50) == 0 ? 0 : 1 + random.nextInt(4) / 3;
        for (int i = 0; i < hits; i++) {
            what.append(random.nextInt(4) == 0 ? bytes(random, bytes) : field(random, file, bytes));
        }
        damage = what.toString();
        Worker.announce(damage);
        return judge(FileWords.of(damaged), hits == 0, bytes);
    }

    private Verdict cut(long cut) {
        int file = 0;
        long length = cut;
        while (length >= files.get(file).length) {
            length -= files.get(file++).length;
        }
        damage = "file " + file + " of " + files.get(file).length + " bytes, cut off behind " + length;
        return judge(FileWords.OF_CUTS, false, Arrays.copyOf(files.get(file), (int) length));
    }

    /** Changes one field of the metadata. */
    private String field(SplittableRandom random, int file, byte... bytes) {
        List<Place> all = places.get(file);
        Place place = all.get(random.nextInt(all.size()));
        ByteBuffer words = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        long old = switch (place.bytes()) {
            case 1 -> words.get(place.at());
            case 2 -> words.getShort(place.at());
            case 4 -> words.getInt(place.at());
            case 8 -> words.getLong(place.at());
            default -> 0;
        };
        long value = switch (random.nextInt(4)) {
            case 0 -> old + random.nextInt(9) - 4;
            case 1 -> random.nextInt(40);
            case 2 -> EDGES[random.nextInt(EDGES.length)];
            default -> place.kind() == Kind.SCALAR ? EDGES[random.nextInt(EDGES.length)]
                    : random.nextInt(bytes.length);
        };
        switch (place.bytes()) {
            case 1 -> words.put(place.at(), (byte) value);
            case 2 -> words.putShort(place.at(), (short) value);
            case 4 -> words.putInt(place.at(), (int) value);
            case 8 -> words.putLong(place.at(), value);
            default -> words.put(place.at() + random.nextInt(place.bytes()), (byte) value);
        }
        damaged.add(place);
        return ", " + place.field() + " (" + place.kind() + " at " + place.at() + ") " + old + " -> " + value;
    }

    /** Changes any bytes: metadata, padding, values. */
    private String bytes(SplittableRandom random, byte... bytes) {
        int at = random.nextInt(bytes.length - 8);
        switch (random.nextInt(4)) {
            case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> Arrays.fill(bytes, at, at + (1 << random.nextInt(4)),
                    (byte) (random.nextBoolean() ? 0xff : random.nextBoolean() ? 0x7f : 0x80));
            case 2 -> ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(at / 4 * 4,
                    random.nextInt(256) - 64);
            default -> {
                int length = 1 + random.nextInt(64);
                System.arraycopy(bytes, random.nextInt(bytes.length - length), bytes,
                        random.nextInt(bytes.length - length), length);
            }
        }
        damaged.add(FileWords.ANYWHERE);
        return ", bytes at " + at;
    }

    private Verdict judge(Set<String> names, boolean sound, byte... bytes) {
        Storage storage = Storage.foreign("fuzz", memory.holding(bytes), bytes.length, Device.CPU, Access.IMMUTABLE,
                () -> {});
        try (NdArray array = NdArray.of(storage, DType.UINT8,
                Layout.contiguous(Shape.of(bytes.length), 1));
                ArrowTable table = ArrowTable.of("it", array)) {
            int refused = 0;
            for (Batch batch : table.batches()) {
                for (int column = 0; column < table.schema().fields().size(); column++) {
                    refused += read(batch, column, names, sound) ? 0 : 1;
                }
            }
            return refused > 0 ? Verdict.REFUSED : Verdict.READ;
        } catch (ForeignDescriptorException | ZeroCopyException refused) {
            check(refused, names, sound);
            return Verdict.REFUSED;
        }
    }

    /** Whether a column was not refused; one that was does not hide the next. */
    private static boolean read(Batch batch, int index, Set<String> names, boolean sound) {
        try {
            batch.rowCount();
            ArrowColumn column = batch.arrowColumn(index);
            Rows.touch(column);
            return true;
        } catch (ForeignDescriptorException | ZeroCopyException refused) {
            check(refused, names, sound);
            return false;
        }
    }

    private static void check(RuntimeException refused, Set<String> names, boolean sound) {
        String message = String.valueOf(refused.getMessage());
        Wrong.unless(!sound, "refused, and nothing is damaged: " + message);
        Wrong.unless(message.contains("Arrow file it: ") && message.lines().count() == 1, "an odd message: " + message);
        Wrong.unlessNamed(message.substring(message.indexOf("Arrow file it: ") + 15), names);
    }

    @Override
    public String damage() {
        return damage;
    }
}
