import QtQuick
import Remise

/// Nobody is here yet: the badge.
Item {
    id: screen

    required property Shell shell
    readonly property var words: shell.words

    CardFrame {
        anchors.fill: parent
        picture: "id-badge-2"
        sentence: screen.words["signIn.sentence"]

        ScanCard {
            anchors.fill: parent
            visible: !screen.shell.refused
            picture: "id-badge-2"
            text: screen.words[screen.shell.ready ? "signIn.help" : "signIn.wait"]
        }

        RefusalCard {
            anchors.fill: parent
            visible: screen.shell.refused
            refusal: screen.shell.refusal
            words: screen.words
            onSettled: screen.shell.settle()
        }
    }
}
