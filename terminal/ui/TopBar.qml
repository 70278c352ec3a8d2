import QtQuick
import Remise

/// Who is here, at which station, and whether all is saved.
Rectangle {
    id: bar

    required property Shell shell
    readonly property var words: shell.words
    readonly property bool waits: shell.waiting > 0
    readonly property bool stuck: shell.stuck !== ""

    height: 76
    color: "#F1EEE6"

    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: 2
        color: "#DDD8CB"
    }

    Row {
        anchors { left: parent.left; leftMargin: 32; verticalCenter: parent.verticalCenter }
        spacing: 14

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: bar.shell.worker === "" ? "id-badge-2" : "user-circle"
            side: 40
        }

        Said {
            anchors.verticalCenter: parent.verticalCenter
            text: bar.shell.worker === "" ? "Remise" : bar.shell.worker
            strong: true
            font.pixelSize: 28
        }

        Item {
            width: 24
            height: 1
        }

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: bar.shell.stationIcon
            visible: name !== ""
            colour: Tokens.teal
            side: 40
        }

        Said {
            anchors.verticalCenter: parent.verticalCenter
            text: bar.shell.stationTitle
            color: Tokens.teal
            strong: true
            font.pixelSize: 28
        }
    }

    Touchable {
        id: printers

        anchors { right: parent.right; rightMargin: 12; verticalCenter: parent.verticalCenter }
        visible: bar.shell.worker !== "" && !bar.shell.checking
        width: 92
        height: 68
        fill: bar.shell.screen === "printers" ? "#E3F1EF" : "transparent"
        edge: bar.shell.screen === "printers" ? Tokens.teal : "transparent"
        touchLabel: bar.words["printers.title"]
        onTouched: bar.shell.showPrinters()

        Icon {
            anchors.centerIn: parent
            name: "printer"
            side: 44
        }
    }

    Row {
        anchors { right: printers.visible ? printers.left : parent.right; rightMargin: printers.visible ? 12 : 32; verticalCenter: parent.verticalCenter }
        spacing: 12
        visible: bar.shell.ready || bar.stuck

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            visible: bar.shell.away && !bar.stuck
            name: "wifi-off"
            colour: Tokens.wait
            side: 36
        }

        Said {
            anchors.verticalCenter: parent.verticalCenter
            visible: bar.shell.away && !bar.stuck
            rightPadding: 20
            text: bar.words["header.away"]
            color: Tokens.wait
        }

        StateSign {
            anchors.verticalCenter: parent.verticalCenter
            visible: bar.stuck || bar.waits || !bar.shell.away
            sign: bar.stuck ? "stop" : bar.waits ? "info" : "go"
            side: 32
        }

        Said {
            anchors.verticalCenter: parent.verticalCenter
            visible: bar.stuck || bar.waits || !bar.shell.away
            text: bar.stuck ? bar.shell.stuck
                            : bar.waits ? bar.words["header.kept"] + " " + bar.shell.waiting : bar.words["header.saved"]
            color: bar.stuck ? Tokens.stop : Tokens.ink
        }
    }
}
