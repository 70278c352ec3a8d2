pragma ComponentBehavior: Bound
import QtQuick
import Remise

/// Which station? Large cards, or a scanned mode card.
Item {
    id: screen

    required property Shell shell
    readonly property var words: shell.words
    readonly property int columns: shell.stations.length > 12 ? 5 : 4
    readonly property int rows: Math.max(1, Math.ceil(shell.stations.length / columns))

    Said {
        id: title

        anchors { left: parent.left; top: parent.top; leftMargin: 32; topMargin: 20 }
        text: screen.words["stations.sentence"]
        strong: true
        font.pixelSize: 34
    }

    Grid {
        id: grid

        anchors { left: parent.left; right: parent.right; top: title.bottom; bottom: parent.bottom; margins: 24; leftMargin: 32; rightMargin: 32; topMargin: 16 }
        columns: screen.columns
        spacing: 16
        visible: !screen.shell.refused && !screen.shell.helping && !screen.shell.checking

        Repeater {
            model: screen.visible ? screen.shell.stations : []

            AnswerTile {
                required property var modelData

                width: (grid.width - (screen.columns - 1) * grid.spacing) / screen.columns
                height: Math.min(190, (grid.height - (screen.rows - 1) * grid.spacing) / screen.rows)
                label: modelData["label"]
                icon: modelData["icon"]
                onTouched: screen.shell.openStation(modelData["station"])
            }
        }
    }

    WaitCard {
        anchors { left: parent.left; right: parent.right; top: title.bottom; bottom: parent.bottom; margins: 24 }
        visible: screen.shell.checking
        text: screen.words["wait.title"]
    }

    RefusalCard {
        id: refused

        anchors { left: parent.left; right: parent.right; top: title.bottom; bottom: parent.bottom; margins: 24 }
        visible: screen.shell.refused
        refusal: screen.shell.refusal
        words: screen.words
        onSettled: screen.shell.settle()
    }

    HelpCard {
        anchors { left: parent.left; right: parent.right; top: title.bottom; bottom: parent.bottom; margins: 24 }
        visible: screen.shell.helping && !screen.shell.refused && !screen.shell.checking
        text: screen.words["help.leader"]
        words: screen.words
        onSettled: screen.shell.settle()
    }
}
