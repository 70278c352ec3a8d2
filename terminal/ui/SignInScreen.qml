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
            visible: !screen.shell.refused && !screen.shell.helping && !screen.shell.checking
            picture: "id-badge-2"
            text: screen.words[screen.shell.ready ? "signIn.help" : "signIn.wait"]
        }

        WaitCard {
            anchors.fill: parent
            visible: screen.shell.checking
            text: screen.words["wait.title"]
        }

        RefusalCard {
            anchors.fill: parent
            visible: screen.shell.refused
            refusal: screen.shell.refusal
            words: screen.words
            onSettled: screen.shell.settle()
        }

        HelpCard {
            anchors.fill: parent
            visible: screen.shell.helping && !screen.shell.refused && !screen.shell.checking
            text: screen.words["help.leader"]
            words: screen.words
            onSettled: screen.shell.settle()
        }
    }
}
