package io.arrayport.core.loop;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;

import io.arrayport.core.dtype.Missing;
import io.arrayport.core.dtype.StringHeap;
import io.arrayport.core.dtype.StringType;
import io.arrayport.core.element.StringView;
import io.arrayport.core.kernel.ElementOrder;
import org.jspecify.annotations.Nullable;

/**
 * The order of strings of any length: by their code points, those that are not there last if they are NaN, where their
 * text stands if they have one. The first string is of one storage, the second of the same or another.
 */
final class StringOrder implements ElementOrder {
    private final StringType left;
    private final StringType right;
    private final Missing missing;
    private final @Nullable Stand stand;

    /** An element that is compared in place of those that are not there. */
    private record Stand(StringType type, MemorySegment bytes) {
        static Stand of(String text) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            // The element, and behind it what it does not hold; as long as the order is used
            MemorySegment bytes = Arena.ofAuto().allocate(StringType.SIZE + utf8.length, Long.BYTES);
            StringType type = new StringType().over(new StringHeap() {
                @Override
                public long address(int buffer, int offset, int length) {
                    return bytes.address() + StringType.SIZE;
                }

                @Override
                public long reserve(int length) {
                    return 0;
                }

                @Override
                public void expect(long all) {}
            });
            StringView.put(type, bytes.address(), utf8);
            return new Stand(type, bytes);
        }
    }

    StringOrder(StringType left, StringType right) {
        this.left = left;
        this.right = right;
        Missing either = left.missing() != null ? left.missing() : right.missing();
        this.missing = either != null ? either : Missing.NAN;
        this.stand = missing.isText() ? Stand.of(missing.asText()) : null;
    }

    StringOrder(StringType type) {
        this(type, type);
    }

    @Override
    public int compare(long a, long b) {
        boolean noLeft = StringView.isMissing(left, a);
        boolean noRight = StringView.isMissing(right, b);
        if (!noLeft && !noRight) {
            return StringView.compare(left, a, right, b);
        }
        if (stand != null) {
            return StringView.compare(noLeft ? stand.type : left, noLeft ? stand.bytes.address() : a,
                    noRight ? stand.type : right, noRight ? stand.bytes.address() : b);
        }
        requireNan();
        return Boolean.compare(noLeft, noRight);
    }

    private void requireNan() {
        if (Missing.isNone(missing)) {
            throw new IllegalArgumentException("compare: a missing string is None, which is neither less nor greater "
                    + "than others; use a dtype with Missing.NAN or a text");
        }
    }

    @Override
    public long key(long at) {
        if (!StringView.isMissing(left, at)) {
            return StringView.key(left, at);
        }
        if (stand != null) {
            return StringView.key(stand.type, stand.bytes.address());
        }
        requireNan();
        return -1;
    }
}
