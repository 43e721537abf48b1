package io.arrayport.arrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;

import io.arrayport.core.error.ForeignDescriptorException;
import io.arrayport.core.error.ZeroCopyException;
import org.apache.arrow.flatbuf.Endianness;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.MetadataVersion;
import org.apache.arrow.flatbuf.Type;
import org.apache.arrow.flatbuf.UnionMode;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files in which one thing is not as an array needs it, or not as the format wants it. */
class RefusedColumnTest {
    @TempDir
    Path folder;

    private Path crafted(CraftedFile.Change change) {
        return CraftedFile.write(folder.resolve("crafted.arrow"), change);
    }

    private AbstractThrowableAssert<?, ? extends Throwable> columnOf(CraftedFile.Change change) {
        try (ArrowTable table = ArrowTable.open(crafted(change))) {
            return assertThatThrownBy(() -> table.batches().getFirst().column("x"))
                    .hasMessageContaining("crafted.arrow");
        }
    }

    private AbstractThrowableAssert<?, ? extends Throwable> columnAt(int index, CraftedFile.Change change) {
        try (ArrowTable table = ArrowTable.open(crafted(change))) {
            return assertThatThrownBy(() -> table.batches().getFirst().column(index));
        }
    }

    private void assertRead(CraftedFile.Change change) {
        try (ArrowTable table = ArrowTable.open(crafted(change))) {
            assertThat(Numbers.values(table.batches().getFirst().column("x"))).containsExactly(1.0, 2.0, 3.0, 4.0);
        }
    }

    private AbstractThrowableAssert<?, ? extends Throwable> opening(CraftedFile.Change change) {
        return assertThatThrownBy(() -> ArrowTable.open(crafted(change))).isInstanceOf(ForeignDescriptorException.class)
                .hasMessageContaining("crafted.arrow");
    }

    @Test
    void theUnchangedFileIsRead() {
        assertRead(file -> {});
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 63})
    void valuesOfAnyAlignmentAreRead(int padding) {
        assertRead(file -> file.padding = padding);
    }

    @Test
    void messagesWithoutContinuationMarkAndMetadataVersion4AreRead() {
        assertRead(file -> file.legacyPrefix = true);
        assertRead(file -> {
            file.footerVersion = MetadataVersion.V4;
            file.messageVersion = MetadataVersion.V4;
        });
    }

    @Test
    void nullsAreRefusedWithTheirNumber() {
        columnOf(file -> {
            file.nullCount = 2;
            file.validityLength = 1;
            file.validity = 0b0101;
        }).isInstanceOf(ZeroCopyException.class).hasMessageContaining("2 nulls in 4 rows").hasMessageContaining("\"x\"")
                .hasMessageContaining("fill or drop");
    }

    @Test
    void nullsThatWereNotCountedAreRefused() {
        for (long count : new long[]{-1, 0}) {
            columnOf(file -> {
                file.nullCount = count;
                file.validityLength = 8;
                file.validity = 0b0111;
            }).isInstanceOf(ZeroCopyException.class).hasMessageContaining("1 null");
        }
    }

    @Test
    void aBitmapOfOnesIsNoHindranceWhateverTheCountSays() {
        for (long count : new long[]{-1, 0, 3}) {
            assertRead(file -> {
                file.nullCount = count;
                file.validityLength = 1;
            });
        }
        assertRead(file -> file.nullCount = -1);
    }

    @Test
    void aNameThatIsNoTextDoesNotBreakTheLine() {
        columnAt(0, file -> {
            file.name = "x\n\u0007" + "y".repeat(1000);
            file.nullCount = 1;
        }).hasMessageContaining("\"x??yyy").message().doesNotContain("\n").hasSizeLessThan(700);
    }

    @Test
    void aNullCountWithoutBitmapIsDamage() {
        columnOf(file -> file.nullCount = 1).isInstanceOf(ForeignDescriptorException.class)
                .hasMessageContaining("no validity buffer");
    }

    @Test
    void compressedBatchesAreRefusedWithTheCodec() {
        columnOf(file -> file.compressed = true).isInstanceOf(ZeroCopyException.class)
                .hasMessageContaining("compressed (ZSTD)").hasMessageContaining("uncompressed");
    }

    @Test
    void bigEndianColumnsAreRefusedUnlessTheyAreBytes() {
        columnOf(file -> file.endianness = Endianness.Big).isInstanceOf(ZeroCopyException.class)
                .hasMessageContaining("big-endian");
        Path bytes = crafted(file -> {
            file.endianness = Endianness.Big;
            file.bitWidth = 8;
        });
        try (ArrowTable table = ArrowTable.open(bytes)) {
            assertThat(table.batches().getFirst().column("x").getLong(0)).isEqualTo(1);
        }
    }

    @Test
    void offsetsOfBigEndianTextAreRefusedToo() {
        columnAt(0, file -> {
            file.endianness = Endianness.Big;
            file.firstColumnType = Type.Utf8;
            file.extraBuffers = 3;
        }).isInstanceOf(ZeroCopyException.class).hasMessageContaining("\"first\") is big-endian");
    }

    @Test
    void aWidthThatArrowDoesNotDefineIsRefusedByName() {
        columnOf(file -> file.bitWidth = 24).isInstanceOf(ZeroCopyException.class).hasMessageContaining("int24");
    }

    @Test
    void aColumnBehindATypeOfALaterFormatVersionCannotBeFound() {
        columnOf(file -> file.firstColumnType = 99).isInstanceOf(ZeroCopyException.class)
                .hasMessageContaining("stands behind");
    }

    @Test
    void aColumnBehindOneOfKnownTypeIsFound() {
        assertRead(file -> file.firstColumnType = Type.Null);
        assertRead(file -> {
            file.firstColumnType = Type.Utf8;
            file.extraBuffers = 3;
        });
    }

    @Test
    void wrongCountsOfNodesOrBuffersAreDamage() {
        columnOf(file -> file.extraNodes = 1).isInstanceOf(ForeignDescriptorException.class)
                .hasMessageContaining("nodes and buffers: the schema needs 1 and 2, the batch has 2 and 2");
        columnOf(file -> file.extraBuffers = 1).isInstanceOf(ForeignDescriptorException.class);
    }

    /** Before metadata version 5 they had a bitmap, which said nothing. */
    @ParameterizedTest
    @ValueSource(shorts = {UnionMode.Sparse, UnionMode.Dense})
    void aColumnBehindAUnionIsFoundInBothVersions(short mode) {
        for (short version : new short[]{MetadataVersion.V4, MetadataVersion.V5}) {
            assertRead(file -> {
                file.firstColumnType = Type.Union;
                file.unionMode = mode;
                file.messageVersion = version;
                file.extraBuffers = 1 + (mode == UnionMode.Dense ? 1 : 0) + (version == MetadataVersion.V4 ? 1 : 0);
            });
        }
    }

    @Test
    void countsOfSideBuffersAreHeldToTheBatch() {
        CraftedFile.Change views = file -> {
            file.firstColumnType = Type.Utf8View;
            file.extraBuffers = 3;
        };
        columnOf(views).isInstanceOf(ForeignDescriptorException.class)
                .hasMessageContaining("\"first\": variadicBufferCounts: expected one for its views, found none");
        for (long count : new long[]{-1, 6, Long.MAX_VALUE}) {
            columnOf(file -> {
                views.apply(file);
                file.sideBuffers = new long[]{count};
            }).hasMessageContaining("variadicBufferCounts: " + count + " side buffers in a batch of 5");
        }
        assertRead(file -> {
            views.apply(file);
            file.sideBuffers = new long[]{1};
        });
    }

    @Test
    void aColumnBeforeOneOfAnUnknownTypeIsFound() {
        CraftedFile.Change unknown = file -> {
            file.firstColumnType = 99;
            file.otherLast = true;
        };
        assertRead(unknown);
        columnAt(1, unknown).isInstanceOf(ZeroCopyException.class).hasMessageContaining("has type type 99 of a later");
        assertRead(file -> {
            unknown.apply(file);
            file.extraNodes = -1;
        });
        columnOf(file -> {
            unknown.apply(file);
            file.extraNodes = -2;
        }).hasMessageContaining("nodes and buffers: the schema needs 1 and 2, the batch has 0 and 2");
        columnOf(file -> {
            unknown.apply(file);
            file.extraBuffers = -1;
        }).hasMessageContaining("the schema needs 1 and 2, the batch has 2 and 1");
    }

    @Test
    void aCodecOrAMethodThatIsNotDefinedIsDamage() {
        columnOf(file -> {
            file.compressed = true;
            file.codec = 2;
        }).isInstanceOf(ForeignDescriptorException.class)
                .hasMessageContaining("compression: expected codec 0 (LZ4_FRAME) or 1 (ZSTD), found 2");
        columnOf(file -> {
            file.compressed = true;
            file.method = 1;
        }).isInstanceOf(ForeignDescriptorException.class)
                .hasMessageContaining("compression: expected method 0, buffer by buffer, found 1");
        columnOf(file -> {
            file.compressed = true;
            file.codec = 0;
        }).isInstanceOf(ZeroCopyException.class).hasMessageContaining("compressed (LZ4_FRAME)");
    }

    @Test
    void aMessageWithoutAHeaderOrALengthIsDamage() {
        columnOf(file -> file.withHeader = false).isInstanceOf(ForeignDescriptorException.class)
                .hasMessageContaining("header: expected one, found none");
        columnOf(file -> file.messageLength = 0).isInstanceOf(ForeignDescriptorException.class)
                .hasMessageContaining("metaDataLength");
    }

    @Test
    void aBufferThatLeavesTheBodyIsDamage() {
        columnOf(file -> file.valuesOffset = 16).hasMessageContaining("values buffer").hasMessageContaining("24 bytes");
        columnOf(file -> file.valuesOffset = -8).hasMessageContaining("offset -8");
        columnOf(file -> file.valuesOffset = Long.MAX_VALUE).isInstanceOf(ForeignDescriptorException.class);
        columnOf(file -> file.valuesLength = Long.MAX_VALUE).isInstanceOf(ForeignDescriptorException.class);
        columnOf(file -> file.valuesLength = -1).isInstanceOf(ForeignDescriptorException.class);
        columnOf(file -> {
            file.validityLength = 8;
            file.validityOffset = 17;
        }).hasMessageContaining("validity buffer");
    }

    @Test
    void aBufferTooShortForItsRowsIsDamage() {
        columnOf(file -> file.valuesLength = 15).isInstanceOf(ForeignDescriptorException.class)
                .hasMessageContaining("at least 16 bytes for 4 rows of int32, found 15");
        columnOf(file -> {
            file.rows = Long.MAX_VALUE;
            file.nodeLength = Long.MAX_VALUE;
        }).isInstanceOf(ForeignDescriptorException.class).hasMessageContaining("found 16");
        columnOf(file -> {
            file.rows = 2;
            file.nodeLength = 4;
        }).hasMessageContaining("expected 2 rows as in the batch, found 4");
        columnOf(file -> file.rows = -1).hasMessageContaining("length: expected rows from 0, found -1");
    }

    @Test
    void aMessageThatIsNotARecordBatchIsDamage() {
        columnOf(file -> file.headerType = MessageHeader.Schema).isInstanceOf(ForeignDescriptorException.class)
                .hasMessageContaining("expected a record batch");
        columnOf(file -> file.bodyLength = 25).hasMessageContaining("24 bytes, the message itself 25");
        columnOf(file -> file.bodyLength = -1).isInstanceOf(ForeignDescriptorException.class);
        columnOf(file -> file.messageVersion = 1).hasMessageContaining("V4 or V5, found V2");
    }

    @Test
    void blocksOutsideTheFileAreFoundOnOpening() {
        opening(file -> file.blockOffset = 4000).hasMessageContaining("recordBatches[0] should lie between");
        opening(file -> file.blockOffset = 0).hasMessageContaining("recordBatches[0]");
        opening(file -> file.blockBodyLength = 1000).hasMessageContaining("bodyLength 1000");
        opening(file -> file.blockBodyLength = Long.MAX_VALUE).hasMessageContaining("body");
        opening(file -> file.blockBodyLength = -1).hasMessageContaining("bodyLength -1");
        opening(file -> file.blockMetadataLength = 0).hasMessageContaining("metaDataLength 0");
        opening(file -> file.blockMetadataLength = Integer.MAX_VALUE).hasMessageContaining("metaDataLength");
    }

    @Test
    void aFooterWithoutSchemaOrOfAnUnknownVersionIsFoundOnOpening() {
        opening(file -> file.withSchema = false).hasMessageContaining("expected a schema");
        opening(file -> file.footerVersion = 2).hasMessageContaining("V4 or V5, found V3");
        opening(file -> file.footerVersion = 5).hasMessageContaining("found V6");
    }

    @Test
    void aBlockThatCutsItsMessageShortIsDamage() {
        columnOf(file -> {
            file.blockMetadataLength = 12;
            file.blockBodyLength = 24;
        }).isInstanceOf(ForeignDescriptorException.class)
                .hasMessageContaining("metaDataLength: the footer says 12 bytes");
    }
}
