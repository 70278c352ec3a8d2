#include <unistd.h>

#include <QCoreApplication>
#include <string>

#include "terminal/outbox.h"
#include "tests/terminal/sent_work.h"

/// outbox_adder DIR UNIT: adds commands to an outbox as fast as it can, says the id of each once it is kept,
/// and never ends by itself. For tests that end it.
int main(int argc, char** argv) {
    QCoreApplication app(argc, argv);
    remise::terminal::Client nobody(QUrl("http://127.0.0.1:9"), remise::domain::Language::french);
    remise::terminal::Outbox outbox(nobody, argv[1]);
    while (true) {
        const auto command = sent_work::clean(argv[2]);
        if (!outbox.add({command})) return 1;
        const std::string line = command.id.text() + "\n";
        if (::write(STDOUT_FILENO, line.data(), line.size()) < 0) return 1;
        QCoreApplication::processEvents();
    }
}
