import { boardId } from './board-id.js';

describe('the address of a board', () => {
  it.each([
    ['Morning floor', 0, 'morning-floor'],
    ['  ¡Año nuevo! ', 0, 'ano-nuevo'],
    ['Щит — отдел №1', 0, 'shchit-otdel-1'],
    ['看板', 0, 'board'],
    ['Floor', 1, 'floor-2'],
    ['x'.repeat(80), 2, `${'x'.repeat(60)}-3`],
  ])('of %s, after %i of that name', (name, taken, id) => {
    expect(boardId(name, taken)).toBe(id);
  });
});
