import QtQuick
import Remise

/// Nobody is here yet: the badge.
Item {
    id: screen

    required property Shell shell

    CardFrame {
        anchors.fill: parent
        picture: "id-badge-2"
        sentence: screen.shell.words["signIn.sentence"] ?? ""

        ScanCard {
            anchors.fill: parent
            visible: !refused.visible
            picture: "id-badge-2"
            text: screen.shell.ready ? screen.shell.words["signIn.help"] ?? "" : screen.shell.words["signIn.wait"] ?? ""
        }

        RefusalCard {
            id: refused

            anchors.fill: parent
            visible: refusal["text"] !== undefined
            refusal: screen.shell.refusal
            words: screen.shell.words
            onSettled: screen.shell.settle()
        }
    }
}
