#include "tests/together/desk.h"

#include "tests/terminal/small_server.h"

namespace remise::test {

using namespace terminal;

Desk::Desk(House& house, std::string token, std::filesystem::path folder)
    : m_wire(house.port()),
      m_client(std::make_unique<Client>(m_wire.url(), domain::Language::french)),
      m_cache(std::make_unique<Cache>(folder)),
      m_printers(std::make_unique<Printers>(worldWith(m_plugged), folder)),
      m_printing(std::make_unique<Printing>(*m_client, *m_cache, *m_printers)),
      m_outbox(std::make_unique<Outbox>(*m_client, folder)),
      m_shell(std::make_unique<Shell>(*m_client, *m_outbox, *m_cache, *m_printing, [this] {
          return m_now += std::chrono::seconds(1);  // nobody touches twice by mistake
      })) {
    QObject::connect(m_outbox.get(), &Outbox::kept, m_outbox.get(), [this](const auto& commands) {
        m_kept.insert(m_kept.end(), commands.begin(), commands.end());
    });
    m_client->setToken(std::move(token));
    m_shell->begin();
    waitUntil([&] { return m_shell->isReady() && m_cache->codesLeft() > 0; });
}

void Desk::awaitLayout(const char* layout) const {
    waitUntil([&] { return this->layout() == layout; });
}

void Desk::signIn(const std::string& badge, const char* station) {
    m_shell->scan(QString::fromStdString(badge));
    waitUntil([&] { return m_shell->screen() == "stations"; });
    m_shell->openStation(station);
}

void Desk::leave() {
    while (m_shell->screen() != "signIn")
        m_shell->change();
}

void Desk::scan(const std::string& unit) {
    m_shell->scan(QString::fromStdString(unit));
    awaitLayout("choice");
}

void Desk::answer(const std::vector<int>& choices) {
    for (const int choice : choices)
        m_shell->work()->answer(choice);
    if (layout() == "confirm") m_shell->work()->confirm();
    awaitLayout("result");
}

void Desk::sort(const std::string& unit) {
    scan(unit);
    answer({0, 0, 0});
}

void Desk::undo() {
    m_shell->undo();
    awaitLayout("result");
}

void Desk::cutOff() {
    m_wire.cut();
    m_client->get("/healthz", [](const Answer&) {});
    waitUntil([&] { return m_client->isAway(); });
}

void Desk::comeBack() {
    m_wire.mend();
    waitUntil([&] { return m_outbox->waiting() == 0; });
}

}  // namespace remise::test
