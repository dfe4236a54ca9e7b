import { type ArgumentMetadata, NotFoundException, type PipeTransform } from '@nestjs/common';

/** An id in an address that something may be kept under. No id holds a NUL, which the database takes in no text: nothing is there. */
export class StoredIdPipe implements PipeTransform<string, string> {
  transform(id: string, { data }: ArgumentMetadata): string {
    if (!id.includes('\0')) return id;
    throw new NotFoundException({ problem: `there is no ${data} whose id holds a NUL`, parameter: data, allowed: ['an id without %00'] });
  }
}
