#include "server/workshop/second_check.h"

namespace remise::workshop {

using domain::Uuid;

bool isDrawn(const identity::ServerSecret& secret, const Uuid& report, std::string_view drive, int percent) {
    constexpr std::uint32_t all = 100, byteBits = 8;
    std::uint32_t number = 0;
    for (const unsigned char byte :
         secret.keyedHash("second check", report.text() + " " + std::string(drive)).raw().substr(0, 4))
        number = number << byteBits | byte;
    return number % all < static_cast<std::uint32_t>(percent);
}

}  // namespace remise::workshop
