#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "terminal/shell.h"
#include "tests/terminal/lent_printer.h"
#include "tests/together/house.h"
#include "tests/together/wire.h"

namespace remise::test {

/// One terminal, without window and paper, and whoever stands there.
class Desk {
public:
    Desk(House&, std::string token, std::filesystem::path folder);

    void signIn(const std::string& badge, const char* station);
    void leave();
    /// To the first card about it.
    void scan(const std::string& unit);
    /// Touches the choices one after another, to the end of the unit.
    void answer(const std::vector<int>& choices);
    void sort(const std::string& unit);
    void undo();

    void cutOff();
    /// Until everything that was kept is answered.
    void comeBack();

    [[nodiscard]] std::string layout() const { return m_shell->work()->layout().toStdString(); }
    [[nodiscard]] std::string sign() const {
        return m_shell->work()->result()["sign"].toString().toStdString();
    }
    [[nodiscard]] terminal::WorkScreen& screen() { return *m_shell->work(); }
    void awaitLayout(const char* layout) const;
    /// A scan that is not waited for.
    void hear(const std::string& text) { m_shell->scan(QString::fromStdString(text)); }
    [[nodiscard]] terminal::Cache& cache() { return *m_cache; }
    [[nodiscard]] terminal::Outbox& outbox() { return *m_outbox; }
    /// All that its outbox ever kept, in order.
    [[nodiscard]] const std::vector<domain::Command>& kept() const { return m_kept; }

private:
    Wire m_wire;
    std::chrono::milliseconds m_now{0};
    std::vector<domain::Command> m_kept;
    std::unique_ptr<terminal::Client> m_client;
    std::unique_ptr<terminal::Cache> m_cache;
    Plugged m_plugged;
    std::unique_ptr<terminal::Printers> m_printers;
    std::unique_ptr<terminal::Printing> m_printing;
    std::unique_ptr<terminal::Outbox> m_outbox;
    std::unique_ptr<terminal::Shell> m_shell;
};

}  // namespace remise::test
