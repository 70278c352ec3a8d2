#include "drivers/disks/ata/line.h"

#include <scsi/sg.h>
#include <sys/ioctl.h>

namespace remise::drivers::disks::ata {
namespace {

constexpr std::uint8_t passThrough16 = 0x85;
constexpr std::uint8_t nonData = 3, dataIn = 4, dataOut = 5;  // protocols (SAT-3, table 149)
constexpr std::uint8_t wantRegisters = 0x20, fromDrive = 0x08, inBlocks = 0x04, lengthInCount = 0x02;

std::uint8_t byteOf(std::uint64_t value, int number) {
    return static_cast<std::uint8_t>(value >> (8 * number));
}

std::uint8_t protocolOf(Command::Data data) {
    return data == Command::Data::none ? nonData : data == Command::Data::in ? dataIn : dataOut;
}

}  // namespace

std::array<std::uint8_t, 16> commandBlock(const Command& command) {
    const bool is48 = command.width == Command::Width::bits48;
    std::array<std::uint8_t, 16> block{};
    block[0] = passThrough16;
    block[1] = static_cast<std::uint8_t>(protocolOf(command.data) << 1 | (is48 ? 1 : 0));
    block[2] = wantRegisters;
    if (command.data != Command::Data::none) block[2] |= inBlocks | lengthInCount;
    if (command.data == Command::Data::in) block[2] |= fromDrive;
    block[3] = byteOf(command.features, 1);
    block[4] = byteOf(command.features, 0);
    block[5] = byteOf(command.count, 1);
    block[6] = byteOf(command.count, 0);
    block[7] = is48 ? byteOf(command.lba, 3) : 0;
    block[8] = byteOf(command.lba, 0);
    block[9] = byteOf(command.lba, 4);
    block[10] = byteOf(command.lba, 1);
    block[11] = byteOf(command.lba, 5);
    block[12] = byteOf(command.lba, 2);
    // An address, not a cylinder; 28 bits have their last four here.
    block[13] = is48 ? 0x40 : static_cast<std::uint8_t>(0x40 | (byteOf(command.lba, 3) & 0x0f));
    block[14] = command.command;
    return block;
}

std::optional<Reply> registersIn(std::span<const std::uint8_t> sense) {
    if (sense.size() < 18) return {};
    const auto at = [&](std::size_t n) { return std::uint64_t{sense[n]}; };
    Reply reply;
    const std::uint8_t format = sense[0] & 0x7f;
    if (format == 0x70) {
        reply.error = sense[3];
        reply.status = sense[4];
        reply.count = sense[6];
        reply.lba = at(9) | at(10) << 8 | at(11) << 16;
        return reply;
    }
    constexpr std::uint8_t ataStatus = 0x09, itsLength = 0x0c;
    if (format != 0x72 || sense.size() < 22 || sense[8] != ataStatus || sense[9] < itsLength) return {};
    reply.error = sense[11];
    reply.count = static_cast<std::uint16_t>(at(12) << 8 | at(13));
    reply.lba = at(15) | at(17) << 8 | at(19) << 16 | at(14) << 24 | at(16) << 32 | at(18) << 40;
    reply.status = sense[21];
    return reply;
}

std::optional<Reply> PassThrough::send(const Command& command, std::span<std::uint8_t> data,
                                       std::chrono::seconds patience) {
    auto block = commandBlock(command);
    std::array<std::uint8_t, 64> sense{};
    sg_io_hdr_t io{};
    io.interface_id = 'S';
    io.dxfer_direction = command.data == Command::Data::none ? SG_DXFER_NONE
                         : command.data == Command::Data::in ? SG_DXFER_FROM_DEV
                                                             : SG_DXFER_TO_DEV;
    io.cmdp = block.data();
    io.cmd_len = static_cast<unsigned char>(block.size());
    io.sbp = sense.data();
    io.mx_sb_len = static_cast<unsigned char>(sense.size());
    io.dxferp = data.data();
    io.dxfer_len = static_cast<unsigned>(data.size());
    io.timeout = static_cast<unsigned>(std::chrono::milliseconds(patience).count());
    if (ioctl(m_descriptor, SG_IO, &io) != 0 || io.host_status != 0) return {};
    return registersIn(std::span(sense).first(io.sb_len_wr));
}

}  // namespace remise::drivers::disks::ata
