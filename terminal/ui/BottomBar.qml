import QtQuick
import Remise

/// The same three things at the bottom of every screen.
Rectangle {
    id: bar

    required property Shell shell
    readonly property var words: shell.words

    height: 100
    color: "#F1EEE6"

    Rectangle {
        width: parent.width
        height: 2
        color: "#DDD8CB"
    }

    Row {
        anchors { fill: parent; margins: 4 }

        BottomButton {
            width: parent.width / 3
            icon: "arrow-back-up"
            label: bar.words["bottom.undo"]
            onTouched: bar.shell.undo()
        }

        BottomButton {
            width: parent.width / 3
            icon: "help"
            label: bar.words["bottom.help"]
            onTouched: bar.shell.help()
        }

        BottomButton {
            width: parent.width / 3
            icon: "switch-horizontal"
            label: bar.words["bottom.change"]
            onTouched: bar.shell.change()
        }
    }
}
